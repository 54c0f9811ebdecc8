/// A value of a request that is one of several names.
public protocol RequestChoice: RawRepresentable<String>, CaseIterable, Codable, Hashable, Sendable {}

extension RequestChoice {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let choice = Self(rawValue: name) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "'\(name)': \(Self.allCases.map(\.rawValue).joined(separator: ", ")) are accepted")
        }
        self = choice
    }
}
