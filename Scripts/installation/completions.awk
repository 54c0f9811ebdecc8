# Mends a completion script that ArgumentParser has written: `boundaryplot` alone is `boundaryplot plot`, so options and
# files of `plot` are completed without its name too.
#
# Variables: shell, one of bash, zsh and fish; commands, the names of all commands, separated by spaces. Ends with
# status 1 and the unchanged script if it does not have the expected form.

BEGIN {
    gap = "    "
    pattern = commands
    gsub(/ /, "|", pattern)
    if (shell == "zsh") {
        anchor = "^    local -r command_name="
        addition = \
            gap "# Without a command, plot is meant.\n" \
            gap "if [[ \"${words[2]}\" = -* ]] || ((CURRENT > 2)) && [[ \"${words[2]}\" != (" pattern ") ]]; then\n" \
            gap "    words=(\"${words[1]}\" plot \"${(@)words[2,-1]}\")\n" \
            gap "    ((CURRENT += 1))\n" \
            gap "fi"
    } else if (shell == "fish") {
        anchor = "^    set -l unparsed_tokens \\(__boundaryplot_tokens -pc\\)$"
        # Before the first word those of the command itself are offered too: the caller says which.
        addition = \
            gap "# Without a command, plot is meant.\n" \
            gap "if set -q unparsed_tokens[2]\n" \
            gap "    contains -- $unparsed_tokens[2] " commands "\n" \
            gap "    or set unparsed_tokens $unparsed_tokens[1] plot $unparsed_tokens[2..]\n" \
            gap "else if test \"$expected_commands\" = 'boundaryplot plot'\n" \
            gap "    set -a unparsed_tokens plot\n" \
            gap "end"
    } else {
        anchor = "^complete .*-F _boundaryplot boundaryplot$"
    }
}

{ line[NR] = $0 }

# fish's argparse reads 'x-label=' as '-x' or '--label', and every parse fails; an unused short option mends it.
shell == "fish" && /__boundaryplot_parse_subcommand/ {
    while (match(line[NR], /'[a-z]-[a-z-]+=?'/))
        line[NR] = substr(line[NR], 1, RSTART) toupper(substr(line[NR], RSTART + 1, 1)) "/" substr(line[NR], RSTART + 1)
}

# A file may stand in the place of a command.
shell == "zsh" && /^        _describe -V subcommand subcommands && ret=0$/ {
    line[NR] = line[NR] "\n        _files -g '*.csv *.tsv *.txt' && ret=0"
}

$0 ~ anchor && !place { place = NR }

END {
    for (i = 1; i <= NR; i++) {
        if (i != place) {
            print line[i]
        } else if (shell == "bash") {
            # A function may change the words of a completion: bash makes them anew for each.
            print "# Without a command, plot is meant."
            print "_boundaryplot_or_plot() {"
            print gap "if ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[1]} = @(" pattern ") ]]; then"
            print gap gap "_boundaryplot \"$@\""
            print gap gap "return"
            print gap "fi"
            print gap "local -a commands=()"
            print gap "if ((COMP_CWORD == 1)); then"
            print gap gap "_boundaryplot \"$@\""
            print gap gap "commands=(\"${COMPREPLY[@]}\")"
            print gap gap "COMPREPLY=()"
            print gap "fi"
            print gap "COMP_WORDS=(\"${COMP_WORDS[0]}\" plot \"${COMP_WORDS[@]:1}\")"
            print gap "((COMP_CWORD += 1))"
            print gap "_boundaryplot \"$@\""
            print gap "COMPREPLY+=(\"${commands[@]}\")"
            print "}"
            print ""
            sub(/_boundaryplot boundaryplot$/, "_boundaryplot_or_plot boundaryplot", line[i])
            print line[i]
        } else {
            # In zsh the words are kept by the code that follows; in fish they precede it.
            if (shell == "fish") print line[i]
            print addition
            if (shell == "zsh") print line[i]
        }
    }
    exit !place
}
