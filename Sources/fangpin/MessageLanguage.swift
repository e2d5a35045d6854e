import ArgumentParser
import Glibc
import Households

/// The language in which the program speaks to whoever typed the command.
enum MessageLanguage {
  /// Chinese where the locale is Chinese, otherwise English.
  static let current = language(
    locale: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(value).first { !$0.isEmpty })

  /// The language of a POSIX locale such as `zh_CN.UTF-8`.
  static func language(locale: String?) -> Language {
    locale?.lowercased().hasPrefix("zh") ?? false ? .chinese : .english
  }

  private static func value(of variable: String) -> String? {
    getenv(variable).map { String(cString: $0) }
  }
}

/// A text in the language of the messages.
func say(_ chinese: String, _ english: String) -> String {
  BilingualText(chinese: chinese, english: english)[MessageLanguage.current]
}

/// The same as help for an argument.
func help(_ chinese: String, _ english: String, valueName: String? = nil) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: say(chinese, english)).named(valueName)
}

extension ArgumentHelp {
  fileprivate func named(_ name: String?) -> ArgumentHelp {
    var copy = self
    copy.valueName = name
    return copy
  }
}

extension Language: ExpressibleByArgument {}
