import PNGReader
import Testing

@Suite("The comparison of pictures")
struct PictureDifferenceTests {
    private let page = PixelPicture(width: 40, height: 25, pixels: Array(repeating: 0xff_ffff, count: 1000))

    @Test("tolerates none, and small ones at a few pixels")
    func tolerable() {
        #expect(PictureDifference(expected: page, actual: page).isTolerable)
        var other = page
        other.pixels[500] = 0xc0_c0c0
        other.pixels[700] = 0xff_fff0
        let difference = PictureDifference(expected: page, actual: other)
        #expect(difference.isTolerable && difference.largest == 63 && difference.differingShare == 0.001)
    }

    @Test("does not tolerate a black pixel, many grey ones, a tint, or another size")
    func intolerable() {
        var black = page
        black.pixels[500] = 0
        #expect(!PictureDifference(expected: page, actual: black).isTolerable)
        var grey = page
        for index in 0..<5 { grey.pixels[index] = 0xf8_e0f8 }
        #expect(!PictureDifference(expected: page, actual: grey).isTolerable)
        let tinted = PixelPicture(width: 40, height: 25, pixels: Array(repeating: 0xff_fffe, count: 1000))
        #expect(!PictureDifference(expected: page, actual: tinted).isTolerable)
        let taller = PixelPicture(width: 40, height: 26, pixels: Array(repeating: 0xff_ffff, count: 1040))
        #expect(!PictureDifference(expected: page, actual: taller).isTolerable)
    }

    @Test("shows expected, difference and actual side by side")
    func sideBySide() throws {
        var other = page
        other.pixels[41] = 0x00_00ff
        let shown = try DecodedPNG(PictureDifference(expected: page, actual: other).sideBySide.png())
        #expect(shown.width == 40 + 8 + 40 + 8 + 40 && shown.height == 25)
        #expect(shown[1, 1] == [255, 255, 255] && shown[49, 1] == [0, 0, 0] && shown[97, 1] == [0, 0, 255])
    }

    @Test("records only on request, and never if CI is set")
    func modes() {
        #expect(Snapshot.Mode(environment: [:]) == .compare)
        #expect(Snapshot.Mode(environment: ["CI": "true"]) == .compare)
        #expect(Snapshot.Mode(environment: ["RECORD_SNAPSHOTS": "1"]) == .record)
        #expect(Snapshot.Mode(environment: ["RECORD_SNAPSHOTS": "1", "CI": "true"]) == .refuseToRecord)
    }
}
