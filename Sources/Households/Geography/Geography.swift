/// A prefecture (市州) of the province.
public struct Prefecture: Sendable, Hashable {
  /// Six-digit code, such as 520500.
  public let code: Int
  /// Chinese name, such as 毕节市.
  public let name: String
  /// Name in Latin letters, such as Bijie.
  public let latinName: String
  /// Mean income of the rural population relative to the province.
  public let incomeIndex: Double
  /// Share of the province's formerly-poor persons who are registered here.
  public let formerlyPoorShare: Double

  /// A prefecture.
  public init(
    code: Int, name: String, latinName: String, incomeIndex: Double, formerlyPoorShare: Double
  ) {
    self.code = code
    self.name = name
    self.latinName = latinName
    self.incomeIndex = incomeIndex
    self.formerlyPoorShare = formerlyPoorShare
  }
}

/// A county-level unit (县级单位).
public struct County: Sendable, Hashable {
  /// Six-digit code, such as 520526.
  public let code: Int
  /// Chinese name, such as 威宁彝族回族苗族自治县.
  public let name: String
  /// Index of its prefecture in the geography.
  public let prefecture: Int
  /// Whether it was one of the 66 formerly-poor counties.
  public let isFormerlyPoor: Bool
  /// Year in which it was delisted, if it was listed.
  public let delistedYear: Int?
  /// Whether it is one of the 20 key counties for rural revitalisation.
  public let isKeyCounty: Bool
  /// Rural population of 2020, persons.
  public let ruralPopulation: Double
  /// Share of the population aged 65 and over.
  public let shareElderly: Double
  /// Share of the population under 15.
  public let shareChildren: Double
  /// Share of the employed who work in farming.
  public let shareFarming: Double
  /// Mean years of schooling.
  public let schoolingYears: Double
  /// Drought loss relative to the province (karst, fragmentation, irrigation).
  public let droughtExposure: Double
  /// Latitude of the centre, degrees north.
  public let latitude: Double
  /// Longitude of the centre, degrees east.
  public let longitude: Double
  /// Weight of each product in business income before renormalising, from the local industries.
  public let productTilt: [Double]

  /// A county-level unit.
  public init(
    code: Int, name: String, prefecture: Int, isFormerlyPoor: Bool, delistedYear: Int?,
    isKeyCounty: Bool, ruralPopulation: Double, shareElderly: Double, shareChildren: Double,
    shareFarming: Double, schoolingYears: Double, droughtExposure: Double, latitude: Double,
    longitude: Double, productTilt: [Double]
  ) {
    self.code = code
    self.name = name
    self.prefecture = prefecture
    self.isFormerlyPoor = isFormerlyPoor
    self.delistedYear = delistedYear
    self.isKeyCounty = isKeyCounty
    self.ruralPopulation = ruralPopulation
    self.shareElderly = shareElderly
    self.shareChildren = shareChildren
    self.shareFarming = shareFarming
    self.schoolingYears = schoolingYears
    self.droughtExposure = droughtExposure
    self.latitude = latitude
    self.longitude = longitude
    self.productTilt = productTilt
  }
}

/// The province's units.
public struct Geography: Sendable {
  /// Code of the province, 520000.
  public static let provinceCode = 520000
  /// The nine prefectures, by code.
  public let prefectures: [Prefecture]
  /// The 88 county-level units, by code.
  public let counties: [County]

  /// The units, each list in order of code.
  public init(prefectures: [Prefecture], counties: [County]) {
    self.prefectures = prefectures
    self.counties = counties
  }
}
