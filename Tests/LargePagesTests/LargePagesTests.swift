import Glibc
import LargePages
import Testing

@Suite struct LargePagesTests {
    @Test(
        "memory larger than a large page is marked for them, whatever lies at its ends",
        .enabled(if: access("/sys/kernel/mm/transparent_hugepage", F_OK) == 0), arguments: [0, 24])
    func marked(offset: Int) throws {
        let byteCount = 3 * LargePages.size
        let mapped = try #require(
            mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), "no memory")
        defer { munmap(mapped, byteCount) }
        let memory = UnsafeMutableRawBufferPointer(start: mapped + offset, count: byteCount - 2 * offset)
        #expect(!isMarked(mapped + LargePages.size))
        LargePages.prefer(for: memory)
        #expect(isMarked(mapped) && isMarked(mapped + LargePages.size) && isMarked(mapped + byteCount - 1))
    }

    /// Whether the kernel lists the mapping of an address with the flag `hg`.
    private func isMarked(_ address: UnsafeMutableRawPointer) -> Bool {
        guard let file = fopen("/proc/self/smaps", "r") else { return false }
        defer { fclose(file) }
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        var isInMapping = false
        while getline(&line, &capacity, file) > 0, let line {
            let words = String(cString: line).split(whereSeparator: \.isWhitespace)
            if words.first == "VmFlags:" {
                if isInMapping { return words.contains("hg") }
            } else if let limits = words.first?.split(separator: "-"), limits.count == 2,
                let lower = UInt(limits[0], radix: 16), let upper = UInt(limits[1], radix: 16)
            {
                isInMapping = (lower..<upper).contains(UInt(bitPattern: address))
            }
        }
        return false
    }
}
