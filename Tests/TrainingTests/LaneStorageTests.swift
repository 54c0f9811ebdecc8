import Testing

@testable import Training

@Suite("Lane storage")
struct LaneStorageTests {
    @Test("Begins at a multiple of 64 bytes, with zeros")
    func alignment() {
        for vectorCount in [0, 1, 7] {
            var storage = LaneStorage(vectorCount: vectorCount)
            storage.withUnsafeMutableLanes { lanes in
                #expect(UInt(bitPattern: lanes).isMultiple(of: 64))
                for vector in 0..<vectorCount { #expect(lanes[vector] == .zero) }
            }
        }
    }

    @Test("A copy holds the same numbers, and changes alone")
    func copies() {
        var original = LaneStorage(vectorCount: 3)
        original.withUnsafeMutableLanes { lanes in
            for vector in 0..<3 { lanes[vector] = Lanes(repeating: Double(vector + 1)) }
        }
        // Array addresses vary: among many copies some are not multiples of 64.
        var copies = (0..<50).map { _ in original }
        for index in copies.indices {
            copies[index].withUnsafeMutableLanes { lanes in
                #expect((0..<3).allSatisfy { lanes[$0] == Lanes(repeating: Double($0 + 1)) })
                lanes[1] = .zero
            }
        }
        original.withUnsafeLanes { lanes in
            #expect((0..<3).allSatisfy { lanes[$0] == Lanes(repeating: Double($0 + 1)) })
        }
    }

    @Test("Uninitialised storage is aligned to 64 bytes too, and copies keep their values")
    func notCleared() {
        var original = LaneStorage(vectorCount: 3, isCleared: false)
        original.withUnsafeMutableLanes { lanes in
            #expect(UInt(bitPattern: lanes) % 64 == 0)
            for index in 0..<3 { (lanes + index).initialize(to: Lanes(repeating: Double(index))) }
        }
        var copy = original
        copy.withUnsafeMutableLanes { lanes in
            #expect(UInt(bitPattern: lanes) % 64 == 0)
            lanes[1] = Lanes(repeating: 7)
        }
        #expect(original.withUnsafeLanes { lanes in (0..<3).map { lanes[$0][5] } } == [0, 1, 2])
        #expect(copy.withUnsafeLanes { lanes in (0..<3).map { lanes[$0][5] } } == [0, 7, 2])
    }
}
