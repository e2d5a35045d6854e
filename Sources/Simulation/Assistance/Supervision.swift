import Households
import Randomness

/// F4 supervision of funds 资金监管.
struct SupervisionSettings: Sendable {
  init(_ p: ParameterReader) {}
}
