using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Ci.Yaml;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Ci;

/// <summary>What our writer wrote, other people's readers read: the same texts, whatever they hold and wherever they stand.</summary>
[TestFixture]
[Platform("Linux", Reason = "skipped: needs Linux, where the readers run")]
public sealed class ScalarFuzzTests
{
    private const int Files = 10;
    private const int TextsPerFile = 500;

    // Whoever finds a new one that hurts puts it here.
    private static readonly ImmutableArray<string> Traps =
    [
        "", " ", "  ", "\t", "\n", "\n\n", "\r", "\r\n", " \n", "\n ", "a", "a ", " a", "a\n", "a\n\n", "\na", "a\n b", " a\nb", "a \nb", "a\n\t b", "\ta\nb", "a\r\nb", "a\rb", "a\n\n\nb\n",
        "y", "Y", "n", "N", "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "true", "True", "TRUE", "false", "null", "Null", "NULL", "~", "=", "<<", "void",
        "0", "1", "-1", "+1", "007", "0o7", "0x1F", "0b1", "1_000", "1.0", "1.10", "1e3", "1E+3", ".5", "-.5", ".", "..", "...", "._", ".inf", "-.inf", "+.INF", ".nan", ".NaN", "12:30", "12:30:45", "1:2",
        "190:20:30", "2021-01-01", "2021-01-01T00:00:00Z", "5432:5432", "3.14.15", "0644", "08", "1e", "e1", "inf", "NaN", "Infinity", "-Infinity", "3d3c42e5aac5", "1e10000", "12e03", "0_", "_0", "_",
        "-", "--", "---", "--- a", "- a", "-a", "-\ta", "?", "? a", "?a", ":", ": a", ":a", "a:", "a: b", "a:b", "a :b", "a : b", "a:\tb", "::", "a::b", "#", "# a", "#a", "a #b", "a# b", "a\t#b", "a#b",
        "[", "]", "[a]", "[]", "{", "}", "{a: b}", "{}", "a, b", ",", "a]", "a}", "&", "&a", "*", "*a", "**", "**/*.cs", "!", "!a", "!!str a", "!reference [a, b]", "|", "|-", "|\n a", ">", ">-", "> a", "%", "%YAML 1.1",
        "@", "@a", "`", "`a`", "'", "''", "'''", "'a'", "a'b", "it's", "\"", "\"\"", "\"a\"", "a\"b", "\"a", "'a", "a\\nb", "\\", "\\\\", "a\\", "\\\"", "\\u0041", "\\x41", "$", "$$", "$CI_COMMIT_TITLE", "${CI_JOB_ID}", "$[[ inputs.a ]]",
        "${{", "}}", "${{ }}", "${{ github.ref }}", "${{ github.ref == 'refs/heads/main' }}", "a ${{ b }} c", "${{ toJSON('a: b') }}", "${{ '#' }} # b", "$(rm -rf /)", "`id`", "a; b", "a && b", "a || b", "a > b", "a < b", "!cancelled()",
        "./build.sh Test", "../a", "./", ".nuke", ".github/**", "~/.nuget", "~", "~a", "C:\\a\\b", "C:", "https://a.b/c?d=e&f#g", "mailto:a@b", "a@b", "actions/checkout@v7", "refs/heads/*", "v*", "!v1", "release/**",
        "é", "Übersicht", "日本語", "🚀", "👩‍👩‍👧", "e\u0301", "\u200b", "\u00a0", "\u0085", "a\u0085b", "\u2028", "a\u2028b", "\u2029", "\ufeff", "a\ufeffb", "\ufffe", "\uffff", "\ufffd", "\u0000", "\u0001", "\u0007", "\u001b[31m", "\u007f", "\u0080", "\u009f",
        "\ud83d", "\ude80", "a\ud83d", "\ude80\ud83d", "__proto__", "constructor", "toString", "set -e\necho 'a'\n", "cat <<EOF\n  a: b\n\tc\nEOF\n", "if true; then\n  echo \"a: b\" # c\nfi\n", "# a\nb\n", "---\na\n...\n", "a\n---\nb", "a: |\n  b\n", "- a\n- b\n",
        "a\n\n  b\n\n\n    c", "\n\n  a\nb", "  a\n b", "trailing  ", "a  b", "a\tb", "key: value\n", "\"\n\"", "'\n'", "\\\n\\", "%\n%", "a\\\nb", new string('a', 300), new string('a', 900), $"{new string('a', 200)} {new string('b', 200)}",
    ];

    // Letters that mean something to a reader come far more often than others.
    private static readonly Gen<string> Texts = Gen.Frequency(
        (6, Joined("", Gen.Elements<string>([.. ": # - ' \" , [ ] { } & * ! | > % @ ` ? $ ~ = . / \\ < ( )".Split(' '), " ", " ", "\n", "\n", "\t", "a", "b", "0", "1", "${{", "}}", "${{ x }}", "$CI_"]))),
        (3, Joined("\n", Gen.Elements<string>(["", " ", "a", "  a", "\ta", "a ", "# a", "a: b", "- a", "---", "...", "'a'", "\"", "a\r", "EOF", "}"]))),
        (2, Joined("", Gen.Elements<string>(["yes", "no", "on", "1", "0", "_", ":", ".", "-", "+", "e", "x", "T", "Z", "30", "2021", "null", "~"]))),
        (2, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get)),
        (1, Joined("", Gen.Choose(0, 0xffff).Select(code => ((char)code).ToString()))),
        (1, Gen.Elements<string>(Traps)));

    [Test]
    public async Task Every_reader_reads_what_was_meant()
    {
        using var scratch = new ScratchFolder();
        var texts = Texts.Sample(Files * TextsPerFile, 25).Concat(Traps).Distinct(StringComparer.Ordinal).Chunk(TextsPerFile);

        var cases = texts.Select((chunk, index) => Case(scratch, index, chunk)).ToArray();
        var result = await CompareAsync(scratch, cases);

        result.Mismatches.ShouldBeEmpty();
        await TestContext.Out.WriteLineAsync($"{result.Compared} texts were read");
        result.Compared.ShouldBeGreaterThan(100_000);
    }

    [Test]
    public async Task GitHub_gets_every_variable_and_script_of_a_workflow()
    {
        using var scratch = new ScratchFolder();

        // An expression is the author's wish, not a text; where it stands it is GitHub's to read.
        var texts = Texts.Sample(4 * TextsPerFile, 25).Concat(Traps).Where(text => !text.Contains("${{", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

        var result = await CompareAsync(scratch, [.. texts.Chunk(TextsPerFile).Select((chunk, index) => Workflow(scratch, index, chunk))]);

        result.Mismatches.ShouldBeEmpty();
        result.Compared.ShouldBeGreaterThan(TextsPerFile * 2);
    }

    private static Gen<string> Joined(string separator, Gen<string> parts) => parts.ListOf().Select(all => string.Join(separator, all));

    private static object Case(ScratchFolder scratch, int index, string[] texts)
    {
        var document = YamlNode.Mapping(
            ("values", YamlNode.List(texts) with { Above = "values\nbelow each other" }),
            ("inline", YamlNode.Mapping([.. texts.Select((text, number) => ($"k{number}", (YamlNode?)YamlNode.Inline(text, "a", text)))])),
            ("maps", YamlNode.List(texts.Select(text => YamlNode.Mapping(("v", new YamlNode.Scalar(text) { Comment = text }), ("w", new YamlNode.Scalar(text) { Above = text }))))),
            ("inlineMaps", YamlNode.List(texts.Select(text => YamlNode.Mapping(("v", text)) with { IsInline = true }))),
            ("scripts", YamlNode.List(texts.Select(text => new YamlNode.Scalar(text) { Form = ScalarForm.Literal, Comment = "why" })) with { IsSpaced = true }),
            ("quoted", YamlNode.List(texts.Select(YamlNode.Quoted))),
            ("keys", YamlNode.Mapping([.. texts.Select((text, number) => (text, (YamlNode?)number))])));
        var file = scratch.Write($"{index}.yml", YamlWriter.Write(document));
        var meant = texts.Select(Encoded).ToArray();
        return new { file = (string)file, meant = new { values = meant, scripts = meant, quoted = meant, inline = meant, maps = meant, inlineMaps = meant }, keys = meant };
    }

    private static object Workflow(ScratchFolder scratch, int index, string[] texts)
    {
        var steps = YamlNode.List(texts.Select(text => YamlNode.Mapping(("run", YamlNode.Script($"#{text}")))));
        var workflow = YamlNode.Mapping(
            ("on", "push"),
            ("env", YamlNode.Mapping([.. texts.Select((text, number) => ($"V{number}", (YamlNode?)text))])),
            ("jobs", YamlNode.Mapping(("j", YamlNode.Mapping(("runs-on", "ubuntu-24.04"), ("steps", steps))))));
        var file = scratch.Write($"w{index}.yml", YamlWriter.Write(workflow with { HasBareKeys = true }));
        var scripts = texts.Select(text => Encoded(YamlNode.Script($"#{text}").Text)).ToArray();
        return new { file = (string)file, workflow = true, env = texts.Select(Encoded).ToArray(), scripts };
    }

    // Halves of characters get through as numbers only.
    private static string Encoded(string text)
    {
        var bytes = new byte[text.Length * 2];
        for (var index = 0; index < text.Length; index++)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(index * 2), text[index]);
        }

        return Convert.ToBase64String(bytes);
    }

    private static async Task<(ImmutableArray<string> Mismatches, int Compared)> CompareAsync(ScratchFolder scratch, object[] cases)
    {
        var file = scratch.Write("cases.json", JsonSerializer.Serialize(cases));
        var result = await Checkers.RunAsync("read-yaml.mjs", file);
        result.ExitCode.ShouldBe(0, $"{result}");
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return ([.. lines[..^1].Take(20)], JsonDocument.Parse(lines[^1]).RootElement.GetProperty("compared").GetInt32());
    }
}
