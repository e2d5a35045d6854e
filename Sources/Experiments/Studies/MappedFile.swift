import Foundation

/// A file whose bytes are read where they lie in memory, as long as the object lives.
///
/// Pages come from the file when they are first read, and several processes share them.
final class MappedFile: @unchecked Sendable {
  /// The bytes; nothing may write to them.
  let bytes: UnsafeMutableRawBufferPointer

  /// The file at a path, or `nil` if there is none, or it is empty.
  init?(path: String) {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size > 0 else { return nil }
    let size = Int(status.st_size)
    guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), base != MAP_FAILED
    else { return nil }
    bytes = UnsafeMutableRawBufferPointer(start: base, count: size)
  }

  deinit { munmap(bytes.baseAddress, bytes.count) }
}
