/// Any JSON value.
package enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])
}

extension JSONValue: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Numbers are the most frequent, and every wrong attempt throws an error.
        if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .boolean(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

/// A value with a JSON form.
package protocol JSONConvertible {
    var json: JSONValue { get }
}

extension JSONValue: JSONConvertible {
    package var json: JSONValue { self }

    /// Creates an object; members with value nil are omitted.
    package init(_ members: KeyValuePairs<String, (any JSONConvertible)?>) {
        self = .object(
            Dictionary(members.compactMap { name, value in value.map { (name, $0.json) } }) { first, _ in first })
    }
}

extension Double: JSONConvertible {
    /// The number; null if it is not finite.
    package var json: JSONValue { isFinite ? .number(self) : .null }
}

extension Int: JSONConvertible {
    package var json: JSONValue { .number(Double(self)) }
}

extension UInt32: JSONConvertible {
    package var json: JSONValue { .number(Double(self)) }
}

extension Bool: JSONConvertible {
    package var json: JSONValue { .boolean(self) }
}

extension String: JSONConvertible {
    package var json: JSONValue { .string(self) }
}

extension Array: JSONConvertible where Element: JSONConvertible {
    package var json: JSONValue { .array(map(\.json)) }
}
