/// A value of a request that is one of several names.
public protocol RequestChoice: RawRepresentable<String>, CaseIterable, Codable, Hashable, Sendable {}

extension RequestChoice {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let choice = Self(rawValue: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\(Self.allCases.map(\.rawValue).joined(separator: ", ")) are accepted")
        }
        self = choice
    }
}
