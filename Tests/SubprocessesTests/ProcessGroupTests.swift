import Dispatch
import Foundation
import Subprocesses
import Synchronization
import Testing

@Suite("Ends of shell commands and of the processes that they start")
struct ProcessGroupTests {
    @Test("A child that holds the output open is not waited for, and is killed")
    func children() throws {
        let start = ContinuousClock.now
        let run = try CommandRun("echo $$; sleep 60 & echo b")
        #expect(ContinuousClock.now - start < .seconds(20))
        try #require(run.lines.count == 2)
        #expect(run.lines[1] == "b")
        #expect(run.end == ShellCommandEnd(.exited(0)))
        #expect(ProcessTable.becomesFree(ofGroups: [try #require(Int(run.lines[0]))]))
    }

    @Test("All that the command wrote itself is read, although a child holds the output open")
    func lastOutput() throws {
        let run = try CommandRun("sleep 60 & head -c 60000 /dev/zero", bufferSize: 1_000)
        #expect(run.output == [UInt8](repeating: 0, count: 60_000))
    }

    @Test("The output ends with the command, although a child goes on writing", arguments: ["", "setsid "])
    func writingChildren(prefix: String) throws {
        let run = try CommandRun("\(prefix)yes 2> /dev/null & sleep 0.1")
        #expect(run.end == ShellCommandEnd(.exited(0)))
        #expect(run.output.starts(with: Array("y\ny\n".utf8)))
    }

    @Test("A command whose value is dropped is killed")
    func dropping() throws {
        let group: Int
        do {
            var command = try ShellCommand("echo $$; trap '' TERM; sleep 60 & yes")
            group = try #require(Int(try command.line()))
            #expect(try !command.next().isEmpty)
            #expect(ProcessTable.hasChild(ofGroup: group))
        }
        #expect(!ProcessTable.hasChild(ofGroup: group))
        #expect(ProcessTable.becomesFree(ofGroups: [group]))
    }

    @Test(
        "A timeout ends the command and its children",
        arguments: [
            "sleep 60", "exec 2> /dev/null; sleep 60 & sleep 60; true", "trap '' TERM; sleep 60; sleep 60",
            "kill -STOP $$", "yes",
        ])
    func timeout(text: String) throws {
        let start = ContinuousClock.now
        var command = try ShellCommand("echo $$; \(text)", timeout: 0.5)
        let group = try #require(Int(try command.line()))
        #expect(command.readingError() == .timedOut(seconds: 0.5))
        #expect(!ProcessTable.hasChild(ofGroup: group))
        #expect(ContinuousClock.now - start >= .seconds(0.5))
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(ProcessTable.becomesFree(ofGroups: [group]))
        // Later calls throw the same.
        #expect(command.readingError() == .timedOut(seconds: 0.5))
        #expect(command.finishingError() == .timedOut(seconds: 0.5))
    }

    @Test("A timeout ends a command that has closed its output")
    func timeoutAfterOutput() throws {
        var command = try ShellCommand("echo $$; exec >&-; sleep 60", timeout: 0.5)
        let group = try #require(Int(try command.line()))
        #expect(try command.next().isEmpty)
        #expect(command.finishingError() == .timedOut(seconds: 0.5))
        #expect(!ProcessTable.hasChild(ofGroup: group))
        #expect(ProcessTable.becomesFree(ofGroups: [group]))
    }

    @Test("A timeout beyond all time is none", arguments: [1e300, .infinity])
    func endlessTimeout(seconds: Double) throws {
        #expect(try CommandRun("sleep 0.1; echo a", timeout: seconds).text == "a\n")
    }

    @Test("At a timeout a command has a moment to end by itself")
    func grace() throws {
        let path = NSTemporaryDirectory() + "/boundaryplot-grace-\(UUID())"
        defer { unlink(path) }
        // A busy machine may take longer than the moment.
        for _ in 0..<20 where access(path, F_OK) != 0 {
            var command = try ShellCommand(
                "trap 'echo a > \(path); exit 0' TERM; while :; do sleep 0.01; done", timeout: 0.3)
            #expect(command.readingError() == .timedOut(seconds: 0.3))
        }
        #expect(access(path, F_OK) == 0)
    }

    @Test(
        "A command is ended when the caller cancels it",
        arguments: ["sleep 60", "trap '' TERM; sleep 60; sleep 60", "yes", "exec >&-; sleep 60"])
    func cancellation(text: String) throws {
        let isCancelled = Flag()
        var command = try ShellCommand("echo $$; \(text)") { isCancelled.isSet }
        let group = try #require(Int(try command.line()))
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50)) { isCancelled.set() }
        var error = command.readingError()
        if error == nil { error = command.finishingError() }
        #expect(error == .cancelled)
        #expect(!ProcessTable.hasChild(ofGroup: group))
        #expect(ProcessTable.becomesFree(ofGroups: [group]))
    }

    @Test("A command can be cancelled before it runs, but not after its end")
    func earlyAndLateCancellation() throws {
        var early = try ShellCommand("sleep 60") { true }
        #expect(early.readingError() == .cancelled)
        let isCancelled = Flag()
        var late = try ShellCommand("echo a; sleep 60 &") { isCancelled.isSet }
        #expect(try late.line() == "a")
        // Long enough for the shell to exit.
        usleep(200_000)
        isCancelled.set()
        #expect(try late.rest().isEmpty)
        #expect(try late.finish() == ShellCommandEnd(.exited(0)))
    }

    @Test("Fifty commands in a row leave no process, no zombie and no descriptor")
    func leftovers() throws {
        var groups: Set<Int> = []
        for index in 0..<50 {
            let isCancelled = Flag()
            let ending = ["exit 0", "kill -9 $$", "yes", "sleep 60"][index % 4]
            var pipes: Set<String> = []
            do {
                var command = try ShellCommand(
                    "echo $$; readlink /proc/$$/fd/0; readlink /proc/$$/fd/1; sleep 60 & \(ending)", environment: [:],
                    timeout: 50, isCancelled: { isCancelled.isSet }, input: { [UInt8](repeating: 65, count: 100_000) })
                groups.insert(try #require(Int(try command.line())))
                pipes = [try command.line(), try command.line()]
                // A command that has exited may have broken the pipe of its input already.
                if index % 4 > 1 { #expect(pipes.isSubset(of: ProcessTable.descriptorTargets)) }
                switch index % 4 {
                case 0, 1:
                    #expect(try command.rest().isEmpty)
                    let status: ShellCommandEnd.Status = index % 4 == 0 ? .exited(0) : .signalled(9)
                    #expect(try command.finish() == ShellCommandEnd(status, inputWasReadCompletely: false))
                case 2: break
                default:
                    isCancelled.set()
                    #expect(command.readingError() == .cancelled)
                }
            }
            #expect(pipes.isDisjoint(with: ProcessTable.descriptorTargets))
        }
        #expect(groups.count == 50)
        #expect(!groups.contains(where: ProcessTable.hasChild))
        #expect(ProcessTable.becomesFree(ofGroups: groups))
    }
}

/// A flag that is set by one thread and read by another.
private final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .acquiring) }
    func set() { value.store(true, ordering: .releasing) }
}
