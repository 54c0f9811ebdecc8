import Files
import Glibc

/// The memory limit of a run; requests are checked before memory is allocated.
struct MemoryLimit: Sendable {
    /// The limit in bytes; infinite if unknown.
    let bytes: Double

    /// Three quarters of the free memory at the first call: the least of the free memory of the machine, of the
    /// process's control groups, and of its address space. The last quarter covers memory outside of the estimates.
    static let current = MemoryLimit(bytes: 0.75 * Swift.min(machineLimit, controlGroupLimit, addressSpaceLimit))

    /// - Parameters:
    ///   - need: the estimate in bytes.
    ///   - request: the key and value that need the memory.
    ///   - advice: a way to need less.
    /// - Throws: `RunError` of the kind `tooLarge`.
    func check(_ need: Double, for request: RequestMessage, advice: RequestMessage) throws(RunError) {
        guard need > bytes else { return }
        throw RunError(
            .tooLarge,
            "\(request) needs about \(Self.text(need)) of memory, and \(Self.text(bytes)) can be had here; \(advice)")
    }

    /// Returns a number of bytes in the largest suitable unit: "1.5 GiB".
    static func text(_ bytes: Double) -> String {
        var value = bytes
        var unit = 0
        let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        while value >= 1024 && unit + 1 < units.count {
            value /= 1024
            unit += 1
        }
        return DecimalText.fixed(value, decimals: value < 10 && unit > 0 ? 1 : 0) + " " + units[unit]
    }

    /// `MemAvailable` of `/proc/meminfo`; all memory of the machine where /proc is not mounted.
    private static var machineLimit: Double {
        for line in lines(of: "/proc/meminfo") where line.hasPrefix("MemAvailable:") {
            if let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) }) {
                return kibibytes * 1024
            }
        }
        return Double(sysconf(CInt(_SC_PHYS_PAGES))) * Double(sysconf(CInt(_SC_PAGESIZE)))
    }

    /// The free memory of the control group and its parents, by either version of the interface.
    private static var controlGroupLimit: Double {
        var limit = Double.infinity
        for line in lines(of: "/proc/self/cgroup") {
            // Lines are `number:controllers:path`; version 2 has one without controllers.
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let isSecondVersion = parts[1].isEmpty
            guard isSecondVersion || parts[1].split(separator: ",").contains("memory") else { continue }
            let root = isSecondVersion ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory"
            let names =
                isSecondVersion
                ? (limit: "memory.max", usage: "memory.current")
                : (limit: "memory.limit_in_bytes", usage: "memory.usage_in_bytes")
            var path = String(parts[2])
            while true {
                let folder = path == "/" ? root : root + path
                if let most = number(in: "\(folder)/\(names.limit)") {
                    limit = min(limit, max(0, most - (number(in: "\(folder)/\(names.usage)") ?? 0)))
                }
                if path == "/" || path.isEmpty { break }
                path = AtomicFile.parent(of: path)
            }
        }
        return limit
    }

    /// RLIMIT_AS minus the mapped address space.
    private static var addressSpaceLimit: Double {
        var limit = rlimit()
        #if canImport(Glibc)
            let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)
        #else
            let resource = RLIMIT_AS
        #endif
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < rlim_t(Int64.max) else { return .infinity }
        let pages = lines(of: "/proc/self/statm").first?.split(separator: " ").first.flatMap { Double($0) } ?? 0
        return max(0, Double(limit.rlim_cur) - pages * Double(sysconf(CInt(_SC_PAGESIZE))))
    }

    /// Reads a number from a file of the kernel; nil for "max" and for a missing file.
    private static func number(in path: String) -> Double? {
        lines(of: path).first.flatMap { Double($0) }
    }

    private static func lines(of path: String) -> [Substring] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        // Files of the kernel have no size, so read until the end.
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }
}
