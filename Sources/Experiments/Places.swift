import Households
import Simulation

/// The places of a run: the province, and the prefectures and counties that were simulated.
///
/// A run of some counties has the province's code too; its figures are then of these counties.
struct Places: Sendable {
  /// A prefecture and the positions of its simulated counties in `OutcomeLayout.counties`.
  struct PrefecturePlace: Sendable {
    let region: Region
    let index: Int
    let counties: [Int]
  }

  let province = Region(code: Geography.provinceCode, name: "贵州省")
  /// Prefectures with simulated counties, in order of the geography.
  let prefectures: [PrefecturePlace]
  /// One entry for each of `OutcomeLayout.counties`.
  let counties: [Region]

  init(_ layout: OutcomeLayout, _ geography: Geography) {
    counties = layout.counties.map {
      Region(code: geography.counties[$0].code, name: geography.counties[$0].name)
    }
    var prefectures: [PrefecturePlace] = []
    for (index, prefecture) in geography.prefectures.enumerated() {
      let counties = layout.prefectures.indices.filter { layout.prefectures[$0] == index }
      guard !counties.isEmpty else { continue }
      prefectures.append(
        PrefecturePlace(
          region: Region(code: prefecture.code, name: prefecture.name), index: index,
          counties: counties))
    }
    self.prefectures = prefectures
  }
}
