import CThreads
import Synchronization

/// The threads of an outermost call of `forEachBlock`, and the work they share.
///
/// All serve from the beginning of the call to its end. Who has nothing to do looks for an open job to join, after a while
/// sleeps, and is woken when one opens: so a job is joined within a fraction of a microsecond where jobs follow each other
/// closely, and nobody spins for long where they do not.
struct Crew: ~Copyable {
    private let threadCount: Int
    /// Of each depth for each member, those of the outermost call first.
    private let jobs: UnsafeMutablePointer<Job>
    private let sleepers: UnsafeMutablePointer<Sleeper>
    private let isDone = Atomic(false)
    /// How many are looking for work.
    private let lookerCount = Atomic(0)

    /// Calls inside of this many others are not shared.
    private static let depthLimit = 4
    /// How often a thread looks for work before it sleeps: for some 50 µs.
    private static let lookLimit = 1000
    /// How many look at once, the others asleep: each that looks costs those who work some of their time.
    private static let mostLookers = 3
    /// How many the opening of a job wakes, and each that is woken for it.
    private static let wokenAtOnce = 2
    /// More threads than processors only take time from each other.
    static let usefulThreadCount = max(2, usableProcessorCount())

    /// Does the blocks of an outermost call.
    ///
    /// - Parameter threads: how many serve, the calling one included.
    static func run(_ blockCount: Int, threads: Int, _ body: @Sendable (Int, Int) -> Void) {
        // SAFETY: what several threads change is atomic, or changed by one while no other looks (see Job).
        nonisolated(unsafe) let crew = UnsafeMutablePointer<Crew>.allocateLines(1)
        crew.initialize(to: Crew(threads: threads))
        defer { crew.deinitialize(count: 1).deallocate() }
        // Fewer where the system gives no more: the work is done all the same.
        var helpers: [pthread_t] = []
        for index in 1..<crew.pointee.threadCount {
            guard let helper = startHelper(Member(of: crew, index: index)) else { break }
            helpers.append(helper)
        }
        let leader = Member(of: crew, index: 0)
        leader.serve { crew.pointee.share(blockCount, threads: threads, by: leader, body) }
        crew.pointee.end()
        for helper in helpers { pthread_join(helper, nil) }
    }

    /// Starts a thread that serves as `member` until the crew is done; nil where that cannot be had.
    private static func startHelper(_ member: Member) -> pthread_t? {
        let argument = Unmanaged.passRetained(member)
        var thread = pthread_t()
        let status = startThread(
            &thread,
            { argument in
                guard let argument else { return }
                let member = Unmanaged<Member>.fromOpaque(argument).takeRetainedValue()
                let crew = member.crew
                member.serve {
                    crew.pointee.help(member, deeperThan: -1) {
                        crew.pointee.isDone.load(ordering: .sequentiallyConsistent)
                    }
                }
            }, argument.toOpaque())
        guard status == 0 else {
            argument.release()
            return nil
        }
        return thread
    }

    private init(threads: Int) {
        threadCount = threads
        jobs = .allocateLines(Self.depthLimit * threads)
        sleepers = .allocateLines(threads)
        for index in 0..<Self.depthLimit * threads { (jobs + index).initialize(to: Job()) }
        for index in 0..<threads { (sleepers + index).initialize(to: Sleeper()) }
    }

    deinit {
        jobs.deinitialize(count: Self.depthLimit * threadCount).deallocate()
        sleepers.deinitialize(count: threadCount).deallocate()
    }

    /// Does the blocks of one call, with whoever joins.
    func share(_ blockCount: Int, threads: Int, by member: Member, _ body: @Sendable (Int, Int) -> Void) {
        let depth = member.depth
        let helperCount = min(threads, blockCount, threadCount) - 1
        guard helperCount > 0, depth < Self.depthLimit else {
            member.inside(of: depth) {
                for block in 0..<blockCount { body(block, 0) }
            }
            return
        }
        let job = jobs + (depth * threadCount + member.index)
        withoutActuallyEscaping(body) { body in
            job.pointee.open(blockCount, helperCount: helperCount, body: body)
            wake(min(helperCount, Self.wokenAtOnce))
            member.inside(of: depth) { job.pointee.work(as: 0) }
            // Meanwhile only what is inside of this job's blocks is helped with: it is what the call waits for.
            help(member, deeperThan: depth) { job.pointee.isEmpty }
            job.pointee.close()
        }
    }

    /// Works on whatever jobs there are until `isOver`.
    private func help(_ member: Member, deeperThan depth: Int, until isOver: () -> Bool) {
        while let index = awaitJob(member, deeperThan: depth, until: isOver) {
            guard let worker = jobs[index].join() else { continue }
            if jobs[index].isOpen { wake(Self.wokenAtOnce) }
            member.inside(of: index / threadCount) { jobs[index].work(as: worker) }
            if jobs[index].leave() { sleepers[index % threadCount].wake() }
        }
    }

    /// Waits for a job that can be joined, and returns its index; nil once `isOver`.
    private func awaitJob(_ member: Member, deeperThan depth: Int, until isOver: () -> Bool) -> Int? {
        while true {
            if let index = lookForJob(deeperThan: depth, until: isOver) { return index }
            if isOver() { return nil }
            sleepers[member.index].sleep { isOver() || openJob(deeperThan: depth) != nil }
        }
    }

    private func lookForJob(deeperThan depth: Int, until isOver: () -> Bool) -> Int? {
        // Who waits for the end of its own job always looks, since that is near.
        let isIdle = depth < 0
        let otherCount = isIdle ? lookerCount.wrappingAdd(1, ordering: .relaxed).oldValue : 0
        defer { if isIdle { lookerCount.wrappingSubtract(1, ordering: .relaxed) } }
        for _ in 0..<(otherCount < Self.mostLookers ? Self.lookLimit : 1) {
            if isOver() { break }
            if let index = openJob(deeperThan: depth) { return index }
            waitABit()
        }
        return nil
    }

    /// The index of a job that can be joined.
    private func openJob(deeperThan depth: Int) -> Int? {
        for index in (depth + 1) * threadCount..<Self.depthLimit * threadCount where jobs[index].isOpen { return index }
        return nil
    }

    /// Wakes up to `count` of those who sleep.
    private func wake(_ count: Int) {
        var left = count
        for index in 0..<threadCount where left > 0 && sleepers[index].wake() { left -= 1 }
    }

    private func end() {
        isDone.store(true, ordering: .sequentiallyConsistent)
        wake(threadCount)
    }
}

extension UnsafeMutablePointer where Pointee: ~Copyable {
    /// Memory that shares no cache line, nor the one that is fetched along with it, with anything else: who polls it would
    /// slow down whoever writes beside it.
    fileprivate static func allocateLines(_ count: Int) -> UnsafeMutablePointer {
        let lines = 128
        let byteCount = (MemoryLayout<Pointee>.stride * count + lines - 1) / lines * lines
        return UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: lines)
            .bindMemory(to: Pointee.self, capacity: count)
    }
}
