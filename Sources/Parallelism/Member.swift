import CThreads

/// What a thread of a crew knows of itself; no other thread sees it.
final class Member {
    let crew: UnsafeMutablePointer<Crew>
    let index: Int
    /// How many jobs the thread is inside of.
    var depth = 0

    init(of crew: UnsafeMutablePointer<Crew>, index: Int) {
        self.crew = crew
        self.index = index
    }

    /// That of the thread that asks; nil outside of every crew.
    static var current: Member? {
        guard let pointer = pthread_getspecific(key) else { return nil }
        return Unmanaged<Member>.fromOpaque(pointer).takeUnretainedValue()
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key, nil)
        precondition(status == 0, "a thread has room for a key")
        return key
    }()

    /// Is the current member while `body` runs.
    func serve(_ body: () -> Void) {
        pthread_setspecific(Self.key, Unmanaged.passUnretained(self).toOpaque())
        body()
        pthread_setspecific(Self.key, nil)
        withExtendedLifetime(self) {}
    }

    /// Counts what `body` calls as one deeper than a job of depth `depth`.
    func inside(of depth: Int, _ body: () -> Void) {
        let outer = self.depth
        self.depth = depth + 1
        body()
        self.depth = outer
    }
}
