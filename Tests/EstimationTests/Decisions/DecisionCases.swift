import Foundation

/// Values that other programs computed; `cases/decisions.py` made them and names their versions.
struct DecisionCases: Decodable {
  struct Race: Decodable {
    let goal: String
    let difference: Double
    let policies: [Int]
    let best: Int
    let replications: [Int]
    let eta: Double
    let spread: Double
  }

  struct Holm: Decodable {
    let p: [Double]
    let holm: [Double]
    let lower: [Double]
    let upper: [Double]
  }

  struct Box: Decodable {
    let states: Int
    let cases: Int
    let coverage: Double
    let density: Double
    let mass: Double
    let limits: [String: [Double]]
    let quasi: [String: [Double]]
  }

  struct Worth: Decodable {
    let k: Double
    let best: Int
    let ceac: [Double]
    let ceaf: Double
    let evi: Double
  }

  struct Robust: Decodable {
    let mean: [Double]
    let p90: [Double]
    let worstRegret: [Double]
    let regret90: [Double]
    let deviation: [Double]
  }

  let races: [Race]
  let holm: Holm
  /// By kind of case and objective.
  let boxes: [String: [String: [Box]]]
  let worth: [Worth]
  let robust: Robust

  static func stored() throws -> DecisionCases {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("cases/decisions.json")
    return try JSONDecoder().decode(DecisionCases.self, from: Data(contentsOf: file))
  }

  /// Fractional parts of multiples of a square root, as the script has them.
  static func part(_ root: Int, _ count: Int) -> [Double] {
    (1...count).map { step in
      let product = Double(step) * Double(root).squareRoot()
      return product - product.rounded(.down)
    }
  }

  /// Outcome by policy and replication: a shock that all share, and luck of their own.
  static func raceTable() -> [[Double]] {
    let shared = part(2, 2000)
    return zip([0.30, 0.0, 0.12, 0.06], [3, 5, 7, 11]).map { mean, root in
      zip(shared, part(root, 2000)).map { mean + 3 * $0 + $1 }
    }
  }
}
