import Foundation
import Testing

@Suite("The same command gives the same bytes")
struct ReproducibilityTests {
    private let command = Command()

    /// Enough points for several blocks of the cost, enough rows for several blocks of the grid.
    private static let run = [
        "--hidden", "1,4,2", "--samples", "5000", "--max-iterations", "2", "--step", "0.03", "--dpi", "60", "-q",
        "--json", "summary.json",
    ]

    @Test("with any number of threads, but for the seconds")
    func threads() throws {
        var results: [[String: Data]] = []
        for threads in ["1", "2", "7"] {
            let other = Command()
            #expect(try other.run(Self.run + ["--threads", threads]).status == 0)
            var files = other.folder.files
            files["summary.json"] = try Self.withoutSeconds(files["summary.json"])
            results.append(files)
        }
        #expect(results[0].count == 4)
        #expect(results[1] == results[0] && results[2] == results[0])
    }

    @Test("with any font settings, home, language and time zone")
    func environment() throws {
        let settings = """
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig>
              <match><edit name="family" mode="assign" binding="same"><string>Courier</string></edit></match>
              <match target="font"><edit name="hintstyle"><const>hintfull</const></edit>
                <edit name="rgba"><const>bgr</const></edit><edit name="embolden"><bool>true</bool></edit></match>
            </fontconfig>
            """
        try command.folder.write(settings, to: "home/.config/fontconfig/fonts.conf")
        try command.folder.write(settings, to: "fonts.conf")
        let home = command.folder.url.appending(path: "home").path
        _ = try command.run(Command.small + ["-q", "-o", "plain.png"])
        _ = try command.run(
            Command.small + ["-q", "-o", "odd.png"],
            environment: [
                "FONTCONFIG_FILE": command.folder.url.appending(path: "fonts.conf").path, "HOME": home,
                "XDG_CONFIG_HOME": home + "/.config", "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo",
            ])
        _ = try command.run(
            bash: "exec env -i \"$@\"", Command.small + ["-q", "-o", "bare.png"])
        let plain = try command.folder.bytes("plain.png")
        #expect(try command.folder.bytes("odd.png") == plain)
        #expect(try command.folder.bytes("bare.png") == plain)
    }

    /// The JSON with the values of `seconds` emptied.
    private static func withoutSeconds(_ json: Data?) throws -> Data {
        let text = String(decoding: try #require(json), as: UTF8.self)
        let emptied = text.replacing(/"seconds" : \{[^}]*\}/, with: "")
        #expect(emptied != text)
        return Data(emptied.utf8)
    }
}
