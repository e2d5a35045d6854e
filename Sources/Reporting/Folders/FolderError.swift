import Households

/// Why a folder of results could not be written.
public enum FolderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A folder with other contents is in the way, and replacing was not asked for.
  case exists(path: String)
  /// What is in the way is no folder of results, so it is not replaced even if asked.
  case notResults(path: String)
  /// The file system refused; the reason is its own.
  case cannotWrite(path: String, reason: String)

  /// The message for readers.
  public var message: BilingualText {
    switch self {
    case .exists(let path):
      BilingualText(
        chinese: "文件夹 \(path) 已存在，内容属于另一次运行；请用 --output 换一个位置，或用 --replace 覆盖。",
        english: "The folder \(path) exists and holds another run. Choose another place with "
          + "--output, or overwrite it with --replace.")
    case .notResults(let path):
      BilingualText(
        chinese: "\(path) 不是本程序写出的结果文件夹，即使使用 --replace 也不会覆盖；请用 --output 换一个位置。",
        english: "\(path) is not a folder of results of this program and is not replaced, even "
          + "with --replace. Choose another place with --output.")
    case .cannotWrite(let path, let reason):
      BilingualText(
        chinese: "无法写入 \(path)：\(reason)", english: "Cannot write \(path): \(reason)")
    }
  }

  /// The message in English.
  public var description: String { message.english }
}

/// What is at the place where a folder of results is to be written.
public enum ExistingFolder: Hashable, Sendable {
  /// Nothing: it can be written.
  case none
  /// The results of the identical run: nothing needs to be computed.
  case identical
  /// Something else.
  case different
}
