import Crypto

/// SHA-256 digests, as lower-case hexadecimal: the only door to the cryptography library.
public enum Digest {
  /// Digest of the UTF-8 bytes of a text.
  public static func sha256Hex(of text: String) -> String {
    var stream = DigestStream()
    stream.update(text)
    return stream.hexadecimal
  }

  /// Digest of a sequence of bytes.
  public static func sha256Hex(of bytes: some Sequence<UInt8>) -> String {
    Array(bytes).withUnsafeBytes { sha256Hex(of: $0) }
  }

  /// Digest of raw memory.
  public static func sha256Hex(of bytes: UnsafeRawBufferPointer) -> String {
    var stream = DigestStream()
    stream.update(bytes)
    return stream.hexadecimal
  }
}

/// A SHA-256 digest of bytes that come piece by piece; the sizes of the pieces do not matter.
public struct DigestStream: Sendable {
  private var function = SHA256()

  /// A digest of nothing yet.
  public init() {}

  /// Adds raw memory.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    function.update(bufferPointer: bytes)
  }

  /// Adds the UTF-8 bytes of a text.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// Adds whole numbers, eight bytes each, least significant byte first on any machine.
  public mutating func update(_ numbers: [Int64]) {
    numbers.map(\.littleEndian).withUnsafeBytes { update($0) }
  }

  /// The digest of everything added so far, 64 characters.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    var text = ""
    for byte in function.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }
}
