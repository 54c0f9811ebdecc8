import Geometry
import Plotting

/// Path data of SVG (the `d` of a `<path>`) in few bytes: relative steps, a letter only at a change of the kind of
/// step, and no more digits than the rounding leaves.
///
/// An element with a coordinate that is not finite is left out; the line begins anew with the next one.
struct PathData: Hashable {
    /// The data as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The data as ASCII. Bytes, not characters, since Embedded Swift has no tables of Unicode.
    private var bytes: [UInt8] = []
    private let fractionDigits: Int
    private var current = Place(x: 0, y: 0)
    private var start = Place(x: 0, y: 0)
    /// Start of the next piece, until it is written.
    private var pendingMove: Place?
    private var isBroken = true
    /// Command that numbers without a letter belong to.
    private var command = UInt8(ascii: " ")
    private var lastNumberHasPoint = false
    private var lastIsNumber = false

    /// A position in units of the last digit.
    private struct Place: Hashable {
        var x: Int
        var y: Int
    }

    /// - Parameter fractionDigits: number of decimals of a point that are kept.
    init(_ path: Path, fractionDigits: Int = 2) {
        self.fractionDigits = fractionDigits
        for element in path.elements { append(element) }
    }

    private mutating func append(_ element: Path.Element) {
        switch element {
        case .move(let to):
            move(to: to)
        case .line(let to):
            guard !isBroken, let to = place(to) else { return move(to: to) }
            line(to: to)
        case .curve(let to, let control1, let control2):
            guard !isBroken, let end = place(to), let control1 = place(control1), let control2 = place(control2) else {
                return move(to: to)
            }
            curve(to: end, control1: control1, control2: control2)
        case .close:
            close()
        }
    }

    private func place(_ point: Point) -> Place? {
        guard point.x.isFinite, point.y.isFinite else { return nil }
        func units(_ value: Double) -> Int { Decimal(value, fractionDigits: fractionDigits).units }
        return Place(x: units(point.x), y: units(point.y))
    }

    private mutating func move(to point: Point) {
        pendingMove = place(point)
        isBroken = pendingMove == nil
    }

    private mutating func line(to place: Place) {
        begin()
        let (dx, dy) = (place.x - current.x, place.y - current.y)
        if dy == 0 {
            // A step of no length is needed only for a line that is a dot.
            if dx != 0 || current == start { write(UInt8(ascii: "h"), dx) }
        } else if dx == 0 {
            write(UInt8(ascii: "v"), dy)
        } else {
            write(UInt8(ascii: "l"), dx, dy)
        }
        current = place
    }

    private mutating func curve(to place: Place, control1: Place, control2: Place) {
        begin()
        write(
            UInt8(ascii: "c"), control1.x - current.x, control1.y - current.y, control2.x - current.x,
            control2.y - current.y,
            place.x - current.x, place.y - current.y)
        current = place
    }

    private mutating func close() {
        // A closed path of one point is a dot, too.
        if pendingMove != nil { begin() }
        let letter = UInt8(ascii: "z")
        guard !bytes.isEmpty, command != letter else { return }
        bytes.append(letter)
        command = letter
        lastIsNumber = false
        current = start
    }

    /// Writes the move before the first piece of a line; after a `z` the next line goes on from its start.
    private mutating func begin() {
        guard let place = pendingMove else { return }
        pendingMove = nil
        command = UInt8(ascii: " ")
        write(UInt8(ascii: "m"), place.x - current.x, place.y - current.y)
        // Numbers that follow a move are lines.
        command = UInt8(ascii: "l")
        current = place
        start = place
    }

    private mutating func write(_ letter: UInt8, _ numbers: Int...) {
        if command != letter {
            bytes.append(letter)
            command = letter
            lastIsNumber = false
        }
        for units in numbers {
            let number = Decimal(units: units, fractionDigits: fractionDigits).bytes
            // A sign or a second decimal point separates numbers as a space does.
            let separates =
                number.first == UInt8(ascii: "-") || number.first == UInt8(ascii: ".") && lastNumberHasPoint
            if lastIsNumber && !separates { bytes.append(UInt8(ascii: " ")) }
            bytes += number
            lastIsNumber = true
            lastNumberHasPoint = number.contains(UInt8(ascii: "."))
        }
    }
}
