using NUnit.Framework;
using Pipelines.Ci.Yaml;
using Shouldly;

namespace Pipelines.Tests.Ci.Yaml;

[TestFixture]
public sealed class ScalarTests
{
    [TestCase("./build.sh Test --filter \"a|b\"")]
    [TestCase("${{ github.ref == 'refs/heads/main' && !cancelled() }}")]
    [TestCase("actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    [TestCase(".nuke/temp")]
    [TestCase("../shared")]
    [TestCase("release/**")]
    public void A_harmless_text_stands_as_it_is(string text) => Written(text).ShouldBe($"key: {text}\n");

    [TestCase("")]
    [TestCase("yes")]
    [TestCase("On")]
    [TestCase("NULL")]
    [TestCase("~")]
    [TestCase("1.10")]
    [TestCase("12:30")]
    [TestCase("0755")]
    [TestCase("1e3")]
    [TestCase("2021-01-01")]
    [TestCase(".5")]
    [TestCase("._")]
    [TestCase("e1")]
    [TestCase(".E+2")]
    [TestCase(".NaN")]
    [TestCase("a: b")]
    [TestCase("a #b")]
    [TestCase("a:")]
    [TestCase("a ")]
    [TestCase("-")]
    [TestCase("---")]
    [TestCase("[a]")]
    [TestCase("{a}")]
    [TestCase("*.cs")]
    [TestCase("&a")]
    [TestCase("!reference")]
    [TestCase("%a")]
    [TestCase("@a")]
    [TestCase("🚀")]
    public void A_text_that_a_reader_could_take_for_something_else_is_quoted(string text) => Written(text).ShouldBe($"key: '{text}'\n");

    [TestCase("a\tb", "\"a\\tb\"")]
    [TestCase("a\r\nb", "\"a\\r\\nb\"")]
    [TestCase("a\u2028b", "\"a\\u2028b\"")]
    [TestCase("a\u0085b", "\"a\\u0085b\"")]
    [TestCase("\n", "\"\\n\"")]
    [TestCase("a\n\n", "\"a\\n\\n\"")]
    [TestCase("a \nb", "\"a \\nb\"")]
    public void What_no_other_form_can_hold_is_escaped(string text, string expected) => Written(text).ShouldBe($"key: {expected}\n");

    [TestCase("a\nb", "|-\n  a\n  b")]
    [TestCase("a\n\n  b\n", "|\n  a\n\n    b")]
    [TestCase("  a\nb", "|2-\n    a\n  b")]
    [TestCase("\n a\nb", "|2-\n\n   a\n  b")]
    public void Lines_are_a_block(string text, string expected) => Written(text).ShouldBe($"key: {expected}\n");

    [TestCase("1")]
    [TestCase("-20")]
    [TestCase("0.5")]
    [TestCase("null")]
    public void A_number_may_stand_bare(string text) => Written(new YamlNode.Scalar(text) { Form = ScalarForm.Bare }).ShouldBe($"key: {text}\n");

    [TestCase("0755")]
    [TestCase("12:30")]
    [TestCase("1.")]
    [TestCase("1.2.3")]
    [TestCase("yes")]
    [TestCase("a: b")]
    public void Nothing_else_may(string text) => Written(new YamlNode.Scalar(text) { Form = ScalarForm.Bare }).ShouldBe($"key: '{text}'\n");

    [Test]
    public void Between_brackets_less_is_harmless()
    {
        var node = YamlNode.Inline("main", "a, b", "a]", "a:b", "${{ x }}", "two\nlines");

        Written(node).ShouldBe("key: [main, 'a, b', 'a]', 'a:b', '${{ x }}', \"two\\nlines\"]\n");
    }

    [TestCase("yes", "'yes'")]
    [TestCase("a: b", "'a: b'")]
    [TestCase("two\nlines", "\"two\\nlines\"")]
    [TestCase("# a", "'# a'")]
    public void Keys_follow_the_same_rules(string key, string expected) => YamlWriter.Write(YamlNode.Mapping((key, 1))).ShouldBe($"{expected}: 1\n");

    [TestCase("on", "on")]
    [TestCase("true", "'true'")]
    public void Only_the_old_words_may_be_bare_keys(string key, string expected) =>
        YamlWriter.Write(YamlNode.Mapping((key, 1)) with { HasBareKeys = true }).ShouldBe($"{expected}: 1\n");

    private static string Written(YamlNode node) => YamlWriter.Write(YamlNode.Mapping(("key", node)));
}
