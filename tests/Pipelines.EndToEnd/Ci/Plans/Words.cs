using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Pipelines.EndToEnd.Ci.Plans;

/// <summary>Words that authors may use: what everybody writes, and what hurts a reader, a shell or a system that takes it for its own.</summary>
internal static class Words
{
    private static readonly ImmutableArray<string> Traps =
    [
        "it's", "\"quoted\"", "a: b", "a #b", "a # b", "- a", "? a", "yes", "on", "null", "~", "1.10", "0644", "12:30", "2021-01-01", "*", "&a", "!reference [a, b]", "{a: b}", "[a]", "|", ">-", "%", "@a", "`id`", "=", "<<",
        "$(id)", "$$", "$HOME", "${HOME}", "$CI_COMMIT_MESSAGE", "$[[ inputs.a ]]", "%0A::error::a", "'; exit 1 #", "\\", "a\\nb", "a\\", "&& false", "|| true", "> /dev/null",
        "${{ github.event.head_commit.message }}", "${{", "}}", "${{ '", "a }} ${{ secrets.A", "${{ toJSON(secrets) }}", "#{a}", "<a>", "-", "--", "--shard", "-n",
        "ü → 日本語 🚀", "a\u00a0b", "a\u2028b", "\ufeffa", "e\u0301", "\u200b", new string('a', 200),
    ];

    private static readonly ImmutableArray<string> Blocks = ["a\nb", "a\n\n- b\n", "  a\nb", "a\r\nb", "---\na", "a: |\n  b\n", "EOF\nrm -rf /\n", "\ta", " a", "a ", "a\n"];

    /// <summary>One line, not empty.</summary>
    public static Gen<string> Line { get; } = Gen.Frequency(
        (2, Gen.Elements("plain", "two words", "src/app", "v1.2.3")),
        (4, Gen.Elements<string>(Traps)),
        (1, Gen.Elements<string>(Traps).Two().Select(pair => $"{pair.Item1} {pair.Item2}")));

    /// <summary>Any text.</summary>
    public static Gen<string> Text { get; } = Gen.Frequency((6, Line), (2, Gen.Elements<string>(Blocks)), (1, Gen.Constant("")));

    /// <summary>What both systems take for the name of a job, though it is a word of theirs or of YAML.</summary>
    public static ImmutableArray<string> Jobs { get; } =
        ["build", "on", "yes", "no", "null", "y", "e1", "job", "jobs", "script", "needs", "stage", "if", "rules", "test", "a--b", "x-", "env", "name", "steps", "checks-build", "nightly-on", "all", "before-script", "push"];

    /// <summary>Of workflows; no two make the same file.</summary>
    public static ImmutableArray<string> Workflows { get; } =
        ["Checks", "Nightly: 'all' #1", "yes", "}} x", "- Delivery", "Überblick 🚀", "null", "A \"B\"", "$HOME", "On"];

    /// <summary>Of variables and secrets.</summary>
    public static Gen<string> Variable { get; } = Gen.Elements("TOKEN", "A", "_B", "a1", "PATH_2", "NO", "Y", "NULL");

    /// <summary>A value of a matrix; actionlint takes a quoted null for nothing.</summary>
    public static Gen<string> Axis { get; } = Line.Where(text => text is not ("null" or "~"));

    /// <summary>A branch or tag as git takes it, or a pattern of them.</summary>
    public static Gen<string> Branch { get; } = Gen.Elements("main", "release/*", "feature/**", "v*", "1.10", "no", "it's-a", "a\"b", "ü", "a.b-c_d/e", "user/#12", "v1.*", "a&b", "100%", "$a", "a@b", "(a)");

    /// <summary>A path or glob below the root.</summary>
    public static Gen<string> Path { get; } = Gen.Elements("src/**", "output/", "*.md", "a b/c", "ü/**", "output/tests/**/*.xml", ".hidden/", "it's/a", "a#b", "a$b", "yes", "1.10", "a: b");

    /// <summary>A path that GitHub must not take for an expression.</summary>
    public static Gen<string> AnyPath { get; } = Gen.Frequency((5, Path), (1, Gen.Elements("${{a}}/b", "${{ github.token }}/")));
}
