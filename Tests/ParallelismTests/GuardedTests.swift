import Dispatch
import Parallelism
import Testing

@Suite("A guarded value")
struct GuardedTests {
    @Test("No change is lost if threads change it at once")
    func concurrentChanges() {
        let counts = Guarded<[Int: Int]>([:])
        DispatchQueue.concurrentPerform(iterations: 1000) { index in
            counts.withLock { $0[index % 7, default: 0] += 1 }
        }
        #expect(counts.withLock { $0.values.reduce(0, +) } == 1000)
    }

    @Test("An error of the body is passed on, and the value stays usable")
    func errors() {
        struct Refusal: Error {}
        let value = Guarded(1)
        #expect(throws: Refusal.self) {
            try value.withLock { number in
                number = 2
                throw Refusal()
            }
        }
        #expect(value.withLock(\.self) == 2)
    }
}
