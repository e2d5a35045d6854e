/// Ways to fill an area so that neighbours differ in print without colour.
///
/// One hue from dark to light alternates with hatches, so that a stack can be read in greyscale and
/// by colour-blind readers. The order is the order in a stack.
enum Fill {
  /// Attribute values of `fill`, in the order in which parts of a stack take them.
  static let sequence = [
    "#0b3c6f", "url(#hatch)", "#5b9bc8", "url(#dots)", "#cfe2f1", "url(#cross)", "#ffffff",
    "url(#lines)", "#2f74ab", "url(#backhatch)",
  ]
  /// The colour of lines and outlines.
  static let ink = "#0b3c6f"

  /// The fill of a part by its position.
  static func part(_ position: Int) -> String { sequence[position % sequence.count] }

  /// Whether text on a part must be white.
  static func isDark(_ position: Int) -> Bool { [0, 8].contains(position % sequence.count) }
  /// Whether text on a part needs a white ground to be readable.
  static func isPatterned(_ position: Int) -> Bool { part(position).hasPrefix("url") }

  /// Shades of one hue from light to dark, for classes on a map.
  static func shade(_ position: Int, of count: Int) -> String {
    let shades = ["#ffffff", "#d5e5f2", "#9cc3df", "#5596c5", "#2668a0", "#08305c"]
    guard count > 1 else { return shades[2] }
    return shades[position * (shades.count - 1) / (count - 1)]
  }

  /// A shade between white (0) and the darkest blue (1), without steps.
  static func blend(_ share: Double) -> String {
    let stops: [(Double, Double, Double)] = [
      (255, 255, 255), (205, 223, 238), (128, 176, 213), (54, 121, 176), (8, 48, 92),
    ]
    let place = max(0, min(1, share)) * Double(stops.count - 1)
    let lower = min(Int(place), stops.count - 2)
    let (part, low, high) = (place - Double(lower), stops[lower], stops[lower + 1])
    let channels = [(low.0, high.0), (low.1, high.1), (low.2, high.2)].map { ends in
      let level = String(Int((ends.0 + (ends.1 - ends.0) * part).rounded()), radix: 16)
      return level.count < 2 ? "0" + level : level
    }
    return "#" + channels.joined()
  }

  /// The hatches, defined once in a page.
  static let patterns: Markup = """
    <svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>\
    <rect width="2.2" height="6" fill="#0b3c6f"/></pattern>
    <pattern id="backhatch" width="5" height="5" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(-45)"><rect width="5" height="5" fill="#fff"/>\
    <rect width="1.2" height="5" fill="#0b3c6f"/></pattern>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect width="6" height="6" fill="#fff"/><circle cx="3" cy="3" r="1.5" fill="#0b3c6f"/></pattern>
    <pattern id="cross" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect width="6" height="6" fill="#fff"/>\
    <path d="M0 0L6 6M6 0L0 6" stroke="#0b3c6f" stroke-width="0.9"/></pattern>
    <pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse">\
    <rect width="5" height="5" fill="#fff"/><rect width="5" height="1.4" fill="#0b3c6f"/></pattern>
    </defs></svg>
    """
}
