import Files

/// A part of a `Request`: JSON with named keys. Every key is optional and has a default.
///
/// Values equal to the default are omitted when a part is encoded, so that equal parts have equal bytes. Unknown keys
/// are errors when a part is decoded.
public protocol RequestPart: Codable, Hashable, Sendable {
    /// Creates a part with all defaults.
    init()
    /// One field per key.
    static var fields: [RequestField<Self>] { get }
}

/// One key of a request's part.
public struct RequestField<Part> {
    let name: String
    /// Returns the value and what is accepted if the value is invalid; nil if it is valid.
    let check: (Part) -> String?
    /// Writes the value unless it equals that of the second part.
    let write: (Part, Part, inout KeyedEncodingContainer<RequestFieldName>) throws -> Void
    let read: (inout Part, KeyedDecodingContainer<RequestFieldName>) throws -> Void
}

/// The name of a key in a request's JSON.
public struct RequestFieldName: CodingKey, Hashable {
    public let stringValue: String
    public var intValue: Int? { nil }

    public init(stringValue: String) { self.stringValue = stringValue }
    public init?(intValue: Int) { nil }
}

extension RequestField where Part: RequestPart {
    /// - Parameter check: returns the accepted values if a value is invalid; nil if it is valid.
    init<Value: Codable & Equatable>(
        _ name: String, _ path: WritableKeyPath<Part, Value>, check: @escaping (Value) -> String? = { _ in nil }
    ) {
        let key = RequestFieldName(stringValue: name)
        self.name = name
        func complaint(_ value: Value) -> String? {
            check(value).map { "\((try? JSONText.text(of: value)) ?? "\(value)"): \($0)" }
        }
        self.check = { complaint($0[keyPath: path]) }
        write = { part, defaults, container in
            let value = part[keyPath: path]
            if value != defaults[keyPath: path] { try container.encode(value, forKey: key) }
        }
        read = { part, container in
            guard container.contains(key) else { return }
            let value = try container.locatingErrors(at: key) { try container.decode(Value.self, forKey: key) }
            if let complaint = complaint(value) {
                throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: complaint)
            }
            part[keyPath: path] = value
        }
    }
}

extension RequestPart {
    /// - Parameter name: the name of the part in a request.
    /// - Throws: `RunError` with the first field whose value is invalid.
    func check(_ name: String) throws(RunError) {
        for field in Self.fields {
            guard let complaint = field.check(self) else { continue }
            let path = "\(name).\(field.name)"
            let key: RequestMessage = RequestKey(rawValue: path).map { "\($0)" } ?? "\(path)"
            throw RunError(.badRequest, "\(key) \(complaint)")
        }
    }

    public init(from decoder: any Decoder) throws {
        self.init()
        try read(from: decoder.container(keyedBy: RequestFieldName.self))
    }

    /// Replaces the values of the keys in a container; the others keep theirs.
    mutating func read(from container: KeyedDecodingContainer<RequestFieldName>) throws {
        try container.checkKeys(Self.fields.map(\.name))
        for field in Self.fields { try field.read(&self, container) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: RequestFieldName.self)
        try write(to: &container, omitting: Self())
    }

    /// Writes the values that differ from `defaults`.
    func write(to container: inout KeyedEncodingContainer<RequestFieldName>, omitting defaults: Self) throws {
        for field in Self.fields { try field.write(self, defaults, &container) }
    }
}

extension KeyedDecodingContainer<RequestFieldName> {
    /// Decodes a value. `JSONDecoder` gives no path for a number that does not fit its type; such errors get the path
    /// of `key`.
    func locatingErrors<Value>(at key: RequestFieldName, _ read: () throws -> Value) throws -> Value {
        do {
            return try read()
        } catch  where !(error is DecodingError) {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self,
                debugDescription: unreadableValue(of: key))
        }
    }

    private func unreadableValue(of key: RequestFieldName) -> String {
        guard let value = try? decode(JSONValue.self, forKey: key), let text = try? JSONText.text(of: value) else {
            return "unreadable: a number out of range, or text that is not UTF-8"
        }
        return "\(text), which is out of range or not whole"
    }

    /// - Throws: `DecodingError.keyNotFound` for the first key that is not one of `names`.
    func checkKeys(_ names: [String]) throws {
        guard let unknown = allKeys.map(\.stringValue).sorted().first(where: { !names.contains($0) }) else { return }
        throw DecodingError.keyNotFound(
            RequestFieldName(stringValue: unknown),
            .init(codingPath: codingPath, debugDescription: names.joined(separator: ", ")))
    }
}
