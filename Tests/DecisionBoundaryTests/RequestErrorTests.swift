import DecisionBoundary
import Testing

@Suite("A request that cannot be read")
struct RequestErrorTests {
    private func failure(of json: String) -> RunError? {
        #expect(throws: RunError.self) { try Request(json: Array(json.utf8)) }
    }

    @Test(
        "A misspelt key is named with its path, the nearest known one and all known ones",
        arguments: [
            (#"{"dat":{}}"#, "dat", "data"), (#"{"PAGE":{}}"#, "PAGE", "page"),
            (#"{"data":{"set":"moons","sampels":3}}"#, "data.sampels", "samples"),
            (#"{"data":{"file":"a.csv","lable":"c"}}"#, "data.lable", "label"),
            (#"{"data":{"points":[[0,1]],"label":[0]}}"#, "data.label", "labels"),
            (#"{"split":{"testFractoin":0.5}}"#, "split.testFractoin", "testFraction"),
            (#"{"classifiers":[{"hidden":[3]},{"hiden":[3]}]}"#, "classifiers[1].hiden", "hidden"),
            (#"{"training":{"restart":2}}"#, "training.restart", "restarts"),
            (#"{"grid":{"xlimits":[0,1]}}"#, "grid.xlimits", "xLimits"),
            (#"{"page":{"ddpi":100}}"#, "page.ddpi", "dpi"),
            (#"{"regions":{"pallete":"a"}}"#, "regions.pallete", "palette"),
            (#"{"outputs":{"paths":"a"}}"#, "outputs.paths", "path"),
            (#"{"product":{"curv":{}}}"#, "product.curv", "curve"),
            (#"{"product":{"curve":{"off":"cost"}}}"#, "product.curve.off", "of"),
            (#"{"product":{"surface":{"shet":true}}}"#, "product.surface.shet", "sheet"),
            (#"{"product":{"tune":{"fold":3}}}"#, "product.tune.fold", "folds"),
        ])
    func misspeltKey(json: String, key: String, nearest: String) throws {
        let error = try #require(failure(of: json))
        #expect(error.kind == .badData)
        #expect(
            error.description.hasPrefix("the request has an unknown key '\(key)'; did you mean '\(nearest)'? Keys: "))
    }

    @Test(
        "A key is found by what other programs call it, and none is suggested that is not near",
        arguments: [
            (#"{"split":{"test_size":0.3}}"#, "did you mean 'testFraction'? Keys: "),
            (#"{"classifiers":[{"hidden":[3],"alpha":1}]}"#, "did you mean 'lambda'? Keys: "),
            (#"{"training":{"max_iter":3}}"#, "did you mean 'maxIterations'? Keys: "),
            (#"{"page":{"xlabel":"a"}}"#, "did you mean 'xLabel'? Keys: "),
            (#"{"classifiers":[{"model":"a.json","hidden":[3]}]}"#, "'classifiers[0].hidden'; its keys are: model"),
            (#"{"elephant":3}"#, "'elephant'; its keys are: product, data"),
        ])
    func unknownKey(json: String, advice: String) throws {
        let error = try #require(failure(of: json))
        #expect(error.kind == .badData)
        #expect(error.description.contains(advice), "\(error)")
    }

    @Test(
        "A number that does not fit is named with its value",
        arguments: [
            (#"{"data":{"samples":1.5}}"#, "'data.samples' of the request is 1.5"),
            (#"{"data":{"seed":4294967296}}"#, "'data.seed' of the request is 4294967296"),
            (#"{"data":{"seed":-1}}"#, "'data.seed' of the request is -1"),
            (#"{"classifiers":[{"hidden":[3,2.5]}]}"#, "'classifiers[0].hidden' of the request is [3,2.5]"),
        ])
    func numberThatDoesNotFit(json: String, words: String) throws {
        #expect(try #require(failure(of: json)).description.hasPrefix(words))
    }

    @Test(
        "A value of another type or out of range is an error that names its key",
        arguments: [
            (#"{"data":7}"#, "data"), (#"{"data":{"set":"moon"}}"#, "data.set"),
            (#"{"data":{"samples":"many"}}"#, "data.samples"), (#"{"data":{"samples":1.5}}"#, "data.samples"),
            (#"{"data":{"samples":1e30}}"#, "data.samples"), (#"{"data":{"seed":-1}}"#, "data.seed"),
            (#"{"data":{"seed":4294967296}}"#, "data.seed"),
            (#"{"data":{"points":[[0,"x"]]}}"#, "data.points[0][1]"),
            (#"{"split":{"testFraction":null}}"#, "split.testFraction"),
            (#"{"classifiers":{}}"#, "classifiers"), (#"{"classifiers":[3]}"#, "classifiers[0]"),
            (#"{"classifiers":[{"hidden":3}]}"#, "classifiers[0].hidden"),
            (#"{"classifiers":[{"hidden":[-3]}]}"#, "classifiers[0].hidden"),
            (#"{"classifiers":[{"hidden":[3,0]}]}"#, "classifiers[0].hidden"),
            ("{\"classifiers\":[{\"hidden\":\(Array(repeating: 1, count: 101))}]}", "classifiers[0].hidden"),
            (#"{"classifiers":[{"lambda":-1}]}"#, "classifiers[0].lambda"),
            (#"{"classifiers":[{"lambda":"NaN"}]}"#, "classifiers[0].lambda"),
            (#"{"classifiers":[{"activation":"sine"}]}"#, "classifiers[0].activation"),
            (#"{"classifiers":[{"model":3}]}"#, "classifiers[0].model"),
            (#"{"training":{"restarts":0}}"#, "training.restarts"),
            (#"{"training":{"restarts":10001}}"#, "training.restarts"),
            (#"{"training":{"tolerance":-1}}"#, "training.tolerance"),
            (#"{"training":{"maxIterations":-1}}"#, "training.maxIterations"),
            (#"{"training":{"optimizer":"adam"}}"#, "training.optimizer"),
            (#"{"grid":{"step":0}}"#, "grid.step"), (#"{"grid":{"step":[0.1,-1]}}"#, "grid.step"),
            (#"{"grid":{"step":"fine"}}"#, "grid.step"), (#"{"grid":{"step":[1,2,3]}}"#, "grid.step"),
            (#"{"grid":{"margin":-0.5}}"#, "grid.margin"), (#"{"grid":{"xLimits":[1]}}"#, "grid.xLimits"),
            (#"{"grid":{"xLimits":[2,1]}}"#, "grid.xLimits"), (#"{"grid":{"yLimits":[1,1]}}"#, "grid.yLimits"),
            (#"{"grid":{"yLimits":[-1e308,1e308]}}"#, "grid.yLimits"), (#"{"grid":{"yLimits":3}}"#, "grid.yLimits"),
            (#"{"page":{"dpi":0}}"#, "page.dpi"), (#"{"page":{"size":[0,4]}}"#, "page.size"),
            (#"{"page":{"theme":"pink"}}"#, "page.theme"), (#"{"page":{"hasTitle":"no"}}"#, "page.hasTitle"),
            (#"{"regions":{"fill":"solid"}}"#, "regions.fill"), (#"{"outputs":{"format":"bmp"}}"#, "outputs.format"),
            (#"{"product":"movie"}"#, "product"), (#"{"product":7}"#, "product"),
            (#"{"product":{}}"#, "product"), (#"{"product":{"curve":{},"tune":{}}}"#, "product"),
            (#"{"product":{"tune":{"folds":"five"}}}"#, "product.tune.folds"),
            (#"{"product":{"tune":{"rule":"luck"}}}"#, "product.tune.rule"),
        ])
    func wrongValue(json: String, key: String) throws {
        let error = try #require(failure(of: json))
        #expect(error.kind == .badData)
        #expect(error.description.hasPrefix("'\(key)' of the request is "))
    }

    @Test(
        "A text that is no JSON object is an error",
        arguments: [
            "", " ", "{", "}", "[]", "[{}]", "3", "null", "\"{}\"", "{\"page\":{\"dpi\":100}", "{page: {}}", "\u{0}",
            "{\"data\":{\"noise\":NaN}}", String(repeating: "[", count: 100_000),
            #"{"data":"# + String(repeating: #"{"data":"#, count: 100_000),
            #"{"classifiers":"# + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}",
        ])
    func noObject(json: String) throws {
        let error = try #require(failure(of: json))
        #expect(error.kind == .badData)
        #expect(error.description.hasPrefix("the request is not "))
    }

    @Test(
        "A value of another type is answered with the type that is accepted",
        arguments: [
            (#"{"data":7}"#, "'data' of the request is not an object"),
            (#"{"classifiers":{}}"#, "'classifiers' of the request is not an array"),
            (#"{"page":{"dpi":"fine"}}"#, "'page.dpi' of the request is not a number"),
            (#"{"page":{"hasTitle":1}}"#, "'page.hasTitle' of the request is not true or false"),
            (#"{"data":{"file":1}}"#, "'data.file' of the request is not a string"),
            (#"{"data":{"samples":null}}"#, "'data.samples' of the request is not a whole number"),
            (
                #"{"grid":{"step":"fine"}}"#,
                "'grid.step' of the request is not a number, or two for x and y"
            ),
            (#"{"page":{"theme":"pink"}}"#, "'page.theme' of the request is 'pink': light, dark, print are accepted"),
            (
                #"{"outputs":{"format":"bmp"}}"#,
                "'outputs.format' of the request is 'bmp': png, svg, pdf, gif are accepted"
            ),
            (
                #"{"product":{"tune":{"rule":"luck"}}}"#,
                "'product.tune.rule' of the request is 'luck': best, oneStandardError are accepted"
            ),
            (
                #"{"classifiers":[{"activation":"sine"}]}"#,
                "'classifiers[0].activation' of the request is 'sine': sigmoid, tanh, relu are accepted"
            ),
            ("[]", "the request is not an object"),
            (
                #"{"product":{"sheet":{"panels":3}}}"#,
                "the request has an unknown key 'product.sheet.panels'; 'product.sheet' has no keys"
            ),
            (
                #"{"classifiers":[{"hidden":[3]},]}"#,
                "the request is not JSON: line 1, column 32: a value is wanted, not ']'"
            ),
            (#"{"data":{"noise":1e999}}"#, "the request is not JSON: line 1, column 18: the number is out of range"),
            ("{", "the request is not JSON: line 1, column 2: a key in quotes is wanted, but the text ends here"),
        ])
    func types(json: String, message: String) {
        #expect(failure(of: json)?.description == message)
    }

    @Test("Bytes that are no text are an error", arguments: [[0xff], [0x7b, 0xc3, 0x7d]] as [[UInt8]])
    func noText(bytes: [UInt8]) throws {
        let error = #expect(throws: RunError.self) { try Request(json: bytes) }
        #expect(error?.kind == .badData)
    }
}
