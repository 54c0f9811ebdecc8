# Writes a manual page, in the language of man(7), from the output of `boundaryplot <command> --help` with COLUMNS so
# great that nothing is folded.
#
# Variables: name, the page's, such as boundaryplot-tune; version; date, as 2026-01-31; others, the pages to see also,
# separated by spaces. Ends with status 1 if the help does not have the expected form.

# Everything on these pages may be typed or pasted, so hyphens and quotes must not become typographic ones.
function escaped(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/'/, "\\(aq", text)
    gsub(/`/, "\\(ga", text)
    gsub(/\^/, "\\(ha", text)
    gsub(/~/, "\\(ti", text)
    gsub(/λ/, "\\(*l", text)
    # A full stop that begins a line would begin a request.
    return text ~ /^\./ ? "\\\\&" text : text
}

# Escaped text in lines of at most 80 bytes. None ends with a sentence, after which troff would put two spaces.
function prose(text,    out, cut, place) {
    text = escaped(text)
    while (length(text) > 80) {
        cut = 0
        for (place = 81; place > 1 && !cut; place--) if (substr(text, place - 1, 2) ~ /[^.?!:)] /) cut = place
        if (!cut) break
        out = out substr(text, 1, cut - 1) "\n"
        text = substr(text, cut + 1)
        if (text ~ /^\./) text = "\\&" text
    }
    return out text
}

# A term such as "-o, --output <path>": text in angle brackets is slanted, the other words are bold.
function term(text,    out) {
    while (match(text, /<[^>]*>|[a-z0-9-]+/)) {
        word = substr(text, RSTART, RLENGTH)
        out = out substr(text, 1, RSTART - 1) \
            (word ~ /^</ ? "\\fI" escaped(substr(word, 2, length(word) - 2)) : "\\fB" escaped(word)) "\\fR"
        text = substr(text, RSTART + RLENGTH)
    }
    return out text
}

# A command line of at most 70 characters, or several that the shell joins, cut before options.
function command_lines(text,    out, cut, place) {
    while (length(text) > 70) {
        cut = 0
        for (place = 68; place > 1 && !cut; place--) if (substr(text, place, 2) == " -") cut = place
        if (!cut) break
        out = out escaped(substr(text, 1, cut) "\\") "\n"
        text = "    " substr(text, cut + 1)
    }
    return out escaped(text) "\n"
}

function sentence_case(text) { return substr(text, 1, 1) tolower(substr(text, 2)) }

function fail(problem) {
    print "manual.awk: " name ": " problem > "/dev/stderr"
    failed = 1
    exit 1
}

/^OVERVIEW: / {
    abstract = substr($0, 11)
    sub(/\.$/, "", abstract)
    part = "description"
    next
}

/^USAGE: / {
    usage = substr($0, 8)
    part = "usage"
    next
}

# In the discussion a heading has no colon.
part != "groups" && part != "usage" && /^[A-Z][A-Z ]+$/ {
    part = $0
    next
}

(part == "usage" || part == "groups") && /^[A-Z][A-Z -]*:$/ {
    part = "groups"
    group = substr($0, 1, length($0) - 1)
    if (group == "ARGUMENTS" || group == "SUBCOMMANDS") {
        options = options ".SH " (group == "ARGUMENTS" ? group : "COMMANDS") "\n"
    } else if (group != "OPTIONS") {
        if (!has_groups++) options = options ".SH OPTIONS\n"
        options = options ".SS " escaped(sentence_case(group)) "\n"
    } else {
        options = options (has_groups ? ".SS Help\n" : ".SH OPTIONS\n")
    }
    next
}

/^ *$/ { next }

part == "groups" && group == "SUBCOMMANDS" {
    if ($0 ~ /^  See /) next
    options = options ".TP\n" term(substr($1, 1)) ($2 == "(default)" ? " (default)" : "") "\n" \
        prose(substr($0, 27)) "\n"
    terms++
    next
}

# The term takes a line of its own if it is too long for its column.
part == "groups" && /^  [^ ]/ {
    terms++
    if ($0 ~ /^  (-[^ ]+, )?[-<][^ ]*( <[^>]+>)?$/) {
        options = options ".TP\n" term(substr($0, 3)) "\n"
        next
    }
    label = substr($0, 3, 24)
    sub(/ +$/, "", label)
    if (label !~ /^[-<]/ || substr($0, 26, 1) != " ") fail("'" $0 "' is no entry")
    options = options ".TP\n" term(label) "\n" prose(substr($0, 27)) "\n"
    next
}

part == "groups" {
    sub(/^ +/, "")
    options = options prose($0) "\n"
    next
}

# A line without indentation after an indented part is discussion again.
/^[^ ]/ {
    part = "description"
    description = description ".PP\n" prose($0) "\n"
    next
}

# A long description goes on, far indented, on the next line.
part == "EXIT STATUS" && statuses != "" && /^       / {
    sub(/^ +/, "")
    statuses = statuses prose($0) "\n"
    next
}

part == "EXIT STATUS" {
    if ($1 !~ /^[0-9]+$/) fail("'" $0 "' is no exit status")
    status = $1
    sub(/^ *[0-9]+ +/, "")
    statuses = statuses ".TP\n.B " status "\n" prose($0) "\n"
    next
}

part ~ /^EXAMPLES?$/ {
    sub(/^  /, "")
    # A command alone, or with its description in a second column.
    if (match($0, /   *[^ ]/)) {
        examples = examples ".TP\n.B " escaped(substr($0, 1, RSTART - 1)) "\n" \
            prose(substr($0, RSTART + RLENGTH - 1)) "\n"
    } else {
        commands = commands command_lines($0)
    }
    next
}

{ fail("'" $0 "' is of no known part") }

END {
    if (failed) exit 1
    if (abstract == "" || usage == "" || description == "" || !terms || examples commands == "")
        fail("the help lacks one of overview, discussion, examples, usage and options")
    sub(/^\.PP\n/, "", description)
    printf ".\\\" Made from the help of the command by Scripts/install.\n"
    printf ".TH %s 1 %s \"boundaryplot %s\" \"User Commands\"\n", escaped(toupper(name)), date, version
    # Neither hyphenated nor spread to the margin: long words here are names.
    printf ".nh\n.ad l\n"
    # "name - abstract": escaping makes "\-" of the hyphen, as this section has it.
    printf ".SH NAME\n%s\n", prose(name " - " tolower(substr(abstract, 1, 1)) substr(abstract, 2))
    printf ".SH SYNOPSIS\n%s\n", term(usage)
    printf ".SH DESCRIPTION\n%s%s", description, options
    if (statuses != "") printf ".SH EXIT STATUS\n%s", statuses
    printf ".SH EXAMPLES\n%s", examples
    if (commands != "") printf ".EX\n%s.EE\n", commands
    printf ".SH SEE ALSO\n"
    count = split(others, pages, " ")
    for (i = 1; i <= count; i++) printf ".BR \\%%%s (1)%s\n", escaped(pages[i]), i < count ? " ," : ""
}
