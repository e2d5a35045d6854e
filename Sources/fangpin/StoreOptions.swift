import ArgumentParser
import Experiments

/// Where simulated futures are kept between commands.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: help(
      "保存已模拟的未来和已抽取的住户的文件夹：相同的模拟不再重做，中断后可接着做。可随时删除。默认 Outputs/.futures。",
      "Folder that keeps simulated futures and drawn households: none is simulated twice, and what was stopped goes on. May be deleted at any time. Default: Outputs/.futures.",
      valueName: "DIR"))
  var folder = "Outputs/.futures"

  @Flag(
    name: .customLong("no-store"),
    help: help("既不读取也不保存已模拟的未来。", "Neither read nor keep simulated futures."))
  var isOff = false

  /// The store, unless there is to be none.
  var store: FutureStore? { isOff ? nil : FutureStore(folder: folder) }
}
