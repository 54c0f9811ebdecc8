import Digests
import Foundation
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    /// Published by NIST with FIPS 180-4.
    @Test(
        "Hashes equal NIST's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func examples(text: String, expected: String) {
        #expect(hash(Array(text.utf8)) == expected)
    }

    @Test("Hashes equal those of Python's hashlib for all lengths of the last block")
    func lengths() throws {
        let hashes = try Fixture.read().hashes
        #expect(hashes.count == 200)
        for known in hashes {
            #expect(hash(message(known.length)) == known.sha256, "\(known.length) bytes")
        }
    }

    @Test("The division into pieces changes nothing", arguments: [1, 3, 55, 56, 63, 64, 65, 127, 128, 1000])
    func pieces(size: Int) {
        let message = message(1777)
        var sha256 = SHA256()
        for start in stride(from: 0, to: message.count, by: size) {
            sha256.update(message[start..<min(start + size, message.count)])
            sha256.update([])
        }
        #expect(sha256.finish() == hash(message))
    }

    @Test("Collections without contiguous storage have the same hash")
    func scattered() {
        let message = message(300)
        var sha256 = SHA256()
        sha256.update(message.reversed())
        #expect(sha256.finish() == hash(Array(message.reversed())))
    }

    @Test("A hash can be continued after finish")
    func goesOn() {
        var sha256 = SHA256()
        sha256.update(message(100))
        #expect(sha256.finish() == hash(message(100)))
        sha256.update(message(200)[100...])
        #expect(sha256.finish() == hash(message(200)))
    }

    private func hash(_ bytes: [UInt8]) -> String {
        var sha256 = SHA256()
        sha256.update(bytes)
        return sha256.finish()
    }

    /// Returns the bytes that the oracle hashes.
    private func message(_ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: 31 &* $0 ^ $0 >> 8) }
    }
}

/// The output of `Scripts/oracles/digests.py`.
private struct Fixture: Decodable {
    struct Known: Decodable {
        let length: Int
        let sha256: String
    }

    let hashes: [Known]

    static func read() throws -> Fixture {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/sha256", withExtension: "json"))
        return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
    }
}
