import Foundation

/// The processes of the system, from /proc.
enum ProcessTable {
    struct Entry {
        let isZombie: Bool
        let parent: Int
        let group: Int
    }

    static var entries: [Entry] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.filter { Int($0) != nil }.compactMap { name in
            guard let status = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8),
                // The name of the program, in parentheses, may contain anything.
                let fields = status.split(separator: ")").last?.split(separator: " "), fields.count > 2,
                let parent = Int(fields[1]), let group = Int(fields[2])
            else { return nil }
            return Entry(isZombie: fields[0] == "Z", parent: parent, group: group)
        }
    }

    /// Returns true if this process has a child in the group, be it a zombie.
    static func hasChild(ofGroup group: Int) -> Bool {
        entries.contains { $0.group == group && $0.parent == Int(getpid()) }
    }

    /// Returns true as soon as no process of the groups runs, or false after ten seconds.
    ///
    /// A killed process needs a moment to end. Afterwards it may stay a zombie, if that of the system's first process.
    static func becomesFree(ofGroups groups: Set<Int>) -> Bool {
        for _ in 0..<1000 {
            if !entries.contains(where: { groups.contains($0.group) && !$0.isZombie }) { return true }
            usleep(10_000)
        }
        return false
    }

    /// Returns the target of a descriptor of this process, such as "pipe:[1234]"; nil if it is closed.
    static func target(ofDescriptor number: Int) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")
    }

    /// The targets of all descriptors of this process.
    static var descriptorTargets: Set<String> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return Set(names.compactMap(Int.init).compactMap(target))
    }
}
