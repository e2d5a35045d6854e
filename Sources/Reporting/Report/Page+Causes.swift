import Estimation
import Households
import Simulation

extension Page {
  /// Why households returned, by year.
  var causesSection: Markup {
    section(
      .causesHeading, id: "causes",
      [
        figure(causeBars.markup(label: say(.causesHeading)), caption: say(.causesCaption)),
        causesTable, note(.causesNote),
      ])
  }

  private var causeGroups: [(group: Group, cause: Cause)] {
    Group.allCases.compactMap { group in group.cause.map { (group: group, cause: $0) } }
  }

  private var causeBars: StackedBars {
    StackedBars(
      bars: years.map { year in
        StackedBars.Bar(
          label: String(year),
          sizes: causeGroups.map { index.rate(.flow, year: year, group: $0.group).mean },
          texts: causeGroups.map { causeShare($0.group, year: year) + " %" })
      },
      parts: causeGroups.map { say(Word($0.cause)) }, unit: "%", axisText: Axes.percentText)
  }

  /// A cause's share of the year's entries in per cent: two means divided, for display only.
  private func causeShare(_ group: Group, year: Int) -> String {
    let all = index.rate(.flow, year: year).mean
    let part = index.rate(.flow, year: year, group: group).mean
    return NumberText.percentDigits(all > 0 ? part / all : .nan, decimals: 0)
  }

  private var causesTable: Markup {
    ReportTable(
      caption: say(.causesTableCaption), header: [say(.cause)] + years.map(String.init),
      rows: causeGroups.map { group, cause in
        ["\(say(Word(cause)))"] + years.map { "\(causeShare(group, year: $0))" }
      }, style: "short"
    ).markup
  }
}
