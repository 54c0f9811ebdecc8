import Files
import FoundationEssentials

extension ConfigFile {
    init(json bytes: [UInt8]) throws(ConfigFileError) {
        do throws(JSONSyntaxError) {
            try JSONSyntax.check(bytes)
        } catch {
            throw .syntax(line: error.line, column: error.column, reason: error.reason)
        }
        guard case .object(let members) = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else {
            throw .noObject
        }
        self.init()
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            if case .object(let table) = value {
                tables[key] = try Self.values(of: table, in: key)
            } else {
                common[key] = try Self.value(value, of: key)
            }
        }
    }

    private static func values(
        of table: [String: JSONValue], in name: String
    ) throws(ConfigFileError) -> Values {
        var values: Values = [:]
        for (key, value) in table.sorted(by: { $0.key < $1.key }) {
            values[key] = try self.value(value, of: "\(name).\(key)")
        }
        return values
    }

    private static func value(_ value: JSONValue, of key: String) throws(ConfigFileError) -> ConfigValue {
        if case .boolean(let flag) = value { return .flag(flag) }
        guard case .array(let list) = value else { return .texts([try text(value, of: key)]) }
        var texts: [String] = []
        for item in list { texts.append(try text(item, of: key)) }
        return .texts(texts)
    }

    private static func text(_ value: JSONValue, of key: String) throws(ConfigFileError) -> String {
        let found: String
        switch value {
        case .number(let number): return DecimalText.shortest(number)
        case .string(let text):
            // Arguments of a command line cannot contain it.
            if !text.utf8.contains(0) { return text }
            found = "a text with the character U+0000"
        case .null: found = "null"
        case .boolean: found = "true or false in a list"
        case .array: found = "a list in a list"
        case .object: found = "an object in another"
        }
        throw .unsuitable(key: key, found: found, line: nil)
    }
}
