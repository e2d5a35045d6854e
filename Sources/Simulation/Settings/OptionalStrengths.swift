import Households

/// Strength in one county and month of every mechanism that is off by default; 0 where it is off.
struct OptionalStrengths {
  let epidemic: Float
  let policyChange: Float
  let industryParticipation: Float
  let industryChain: Float
  let training: Float
  let publicPosts: Float
  let workshops: Float
  let healthService: Float
  let educationAid: Float
  let housingRepair: Float
  let loans: Float
  let emergencyStocks: Float
  let matching: Float
  let mutualAid: Float
  let landShares: Float
  let publicWorks: Float
  let eCommerce: Float
  let agriculturalInsurance: Float
  let priceInsurance: Float
  let diversification: Float
  let socialCapital: Float
  let supervision: Float
  let performanceAssessment: Float
  let coordination: Float
  let staff: Float
  let platform: Float
  let shadowIndices: Float
  let agreements: Float
  let publicity: Float
  let householdCalendar: Float
  let selfDevelopment: Float

  init(_ strength: (Mechanism) -> Float) {
    epidemic = strength(.epidemic)
    policyChange = strength(.policyChange)
    industryParticipation = strength(.industryParticipation)
    industryChain = strength(.industryChain)
    training = strength(.training)
    publicPosts = strength(.publicPosts)
    workshops = strength(.workshops)
    healthService = strength(.healthService)
    educationAid = strength(.educationAid)
    housingRepair = strength(.housingRepair)
    loans = strength(.loans)
    emergencyStocks = strength(.emergencyStocks)
    matching = strength(.matching)
    mutualAid = strength(.mutualAid)
    landShares = strength(.landShares)
    publicWorks = strength(.publicWorks)
    eCommerce = strength(.eCommerce)
    agriculturalInsurance = strength(.agriculturalInsurance)
    priceInsurance = strength(.priceInsurance)
    diversification = strength(.diversification)
    socialCapital = strength(.socialCapital)
    supervision = strength(.supervision)
    performanceAssessment = strength(.performanceAssessment)
    coordination = strength(.coordination)
    staff = strength(.staff)
    platform = strength(.platform)
    shadowIndices = strength(.shadowIndices)
    agreements = strength(.agreements)
    publicity = strength(.publicity)
    householdCalendar = strength(.householdCalendar)
    selfDevelopment = strength(.selfDevelopment)
  }
}
