import Households

/// A place in a file.
struct Place: Hashable, Sendable {
  /// File as the user named it.
  let file: String
  /// Line from 1; 0 for the file as a whole.
  let line: Int
  /// Column from 1, in characters.
  let column: Int

  /// The file as a whole.
  static func whole(_ file: String) -> Place { Place(file: file, line: 0, column: 0) }
}

/// A value and where it was written.
struct Sourced<Value: Sendable>: Sendable {
  let value: Value
  let place: Place
  /// The article of the regulation that writes it, if one does.
  var article: Int?
}
