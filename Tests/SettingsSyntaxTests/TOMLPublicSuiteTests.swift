import Foundation
import PublicSuites
import Testing

@testable import SettingsSyntax

private let suite = PublicSuite("toml-test")

@Suite("toml-test", .enabled(if: suite != nil, "Scripts/suites runs it"))
struct TOMLPublicSuiteTests {
    private func result(_ file: String) throws -> Result<ConfigFile, ConfigFileError> {
        let bytes = try suite?.bytes("tests/\(file)") ?? []
        return Result { () throws(ConfigFileError) in try ConfigFile(parsing: bytes, as: .toml) }
    }

    /// The files of TOML 1.0.
    private var files: [String] {
        get throws {
            let list = try suite?.bytes("tests/files-toml-1.0.0") ?? []
            return String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
                .filter { $0.hasSuffix(".toml") }
        }
    }

    @Test("files that are not TOML are refused")
    func invalid() throws {
        let files = try files.filter { $0.hasPrefix("invalid/") }
        #expect(files.count > 300)
        for file in files {
            #expect(throws: ConfigFileError.self, "\(file)") { try result(file).get() }
        }
    }

    @Test("files that are TOML are accepted, except for values that no option takes")
    func valid() throws {
        let files = try files.filter { $0.hasPrefix("valid/") }
        #expect(files.count > 150)
        for file in files {
            switch try result(file) {
            case .success(let settings): try check(settings, file)
            case .failure(.unsuitable): break
            // No word of a command line has this character.
            case .failure(.syntax(_, _, let reason)) where reason.contains("U+0000"): break
            case .failure(let error): Issue.record("\(file)\(error)")
            }
        }
    }

    /// Compares texts, true and false at the top with the tagged values of the suite.
    private func check(_ settings: ConfigFile, _ file: String) throws {
        let expected = try JSONSerialization.jsonObject(
            with: Data(try suite?.bytes("tests/\(file.dropLast(4))json") ?? []))
        for (key, value) in try #require(expected as? [String: Any]) {
            guard let value = value as? [String: String], let text = value["value"] else { continue }
            if value["type"] == "string" { #expect(settings.common[key] == .texts([text]), "\(file), \(key)") }
            if value["type"] == "bool" { #expect(settings.common[key] == .flag(text == "true"), "\(file), \(key)") }
        }
    }
}
