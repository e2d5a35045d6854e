/// Whether two numbers differ by less than a tolerance; false for NaN.
func isNear(_ found: Double, _ expected: Double, _ tolerance: Double) -> Bool {
  (found - expected).magnitude < tolerance
}

/// Whether two lists have the same length and no pair differs by the tolerance or more.
func isNear(_ found: [Double], _ expected: [Double], _ tolerance: Double) -> Bool {
  found.count == expected.count
    && zip(found, expected).allSatisfy { isNear($0, $1, tolerance) }
}
