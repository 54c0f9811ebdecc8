import DecisionBoundary
import Parallelism
import Testing

@Suite("Commands as classifiers, in the library")
struct CommandClassifierTests {
    private static let rule = #"awk -F, '{print NR == 1 ? "class" : $2 < 0.25}'"#

    private func request(_ command: String) -> Request {
        var request = Request.small(.surface())
        request.classifiers = [.command(command, name: "a rule")]
        return request
    }

    @Test("run only if the environment allows them")
    func permission() throws {
        let files = MemoryFiles()
        var environment = files.environment()
        environment.commands = ["another command", "a rule"]
        let error = #expect(throws: RunError.self) { try request(Self.rule).run(in: environment) }
        #expect(error?.kind == .badData && error?.description.contains(Self.rule) == true)
        environment.commands = [Self.rule]
        let result = try request(Self.rule).run(in: environment)
        #expect(result.files.map(\.path) == ["output/boundary-a-rule.png"])
        #expect(result.classifiers[0].scored.network == nil)
    }

    @Test("report the rows as they come")
    func progress() throws {
        let counts = Guarded<[Int]>([])
        var environment = MemoryFiles().environment()
        environment.report = { progress in
            if case .answer(let count) = progress { counts.withLock { $0.append(count) } }
        }
        let slow = #"awk '{print NR == 1 ? "class" : 0; fflush(); if (NR % 100 == 0 && NR < 300) system("sleep 0.1")}'"#
        environment.commands = [slow]
        try request(slow).run(in: environment)
        let reported = counts.withLock { $0 }
        // The tracing of the surface reports, too, beginning with the points of the data.
        let answered = Array(reported.prefix { $0 < reported.max() ?? 0 })
        #expect(answered.contains { (1..<290).contains($0) } && answered == answered.sorted())
    }

    @Test("end when the run is cancelled")
    func cancellation() throws {
        let hasAnswered = Guarded(false)
        var environment = MemoryFiles().environment()
        environment.report = { if case .answer = $0 { hasAnswered.withLock { $0 = true } } }
        environment.isCancelled = { hasAnswered.withLock { $0 } }
        let endless = "echo class; while :; do echo 0; sleep 0.05; done"
        environment.commands = [endless]
        let error = #expect(throws: RunError.self) { try request(endless).run(in: environment) }
        #expect(error?.kind == .cancelled)
    }

    @Test("end after the time that the environment allows")
    func timeout() throws {
        var environment = MemoryFiles().environment()
        environment.commands = ["sleep 60"]
        environment.commandTimeout = 0.2
        let error = #expect(throws: RunError.self) { try request("sleep 60").run(in: environment) }
        #expect(error?.kind == .timedOut && error?.description.contains("0.2 s") == true)
    }
}
