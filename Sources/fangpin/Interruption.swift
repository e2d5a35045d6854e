import Glibc
import Synchronization

/// Remembers that somebody asked the program to stop.
///
/// A signal handler may only set a flag; the simulation asks for it after every simulated year. A
/// second Ctrl-C ends the program at once, which leaves nothing half-written either, because
/// results are written last and renamed when complete.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

  /// Whether somebody asked.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Listens to Ctrl-C and to requests to terminate from now on.
  static func listen() {
    // The first use of a static variable initialises it, which a handler must not do.
    flag.store(false, ordering: .relaxed)
    // A caller's thread that blocks signals hands that down to the programs it starts.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interruption.request()
        signal(number, SIG_DFL)
      }
    }
  }

  private static func request() { flag.store(true, ordering: .relaxed) }
}
