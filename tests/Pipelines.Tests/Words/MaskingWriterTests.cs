using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Words;

[TestFixture]
public sealed class MaskingWriterTests
{
    [Test]
    public void A_secret_that_comes_in_pieces_is_masked()
    {
        var pieces = from text in Gen.Elements("a abcd b", "abcdefgh", "xabcabcd", "abcdabcd\nabcdefgh", "ab", "abcdef", "zzabcdefgabcd")
                     from cuts in Gen.ListOf(Gen.Choose(0, text.Length))
                     select (text, cuts: cuts.Append(0).Append(text.Length).Order().ToArray());

        Prop.ForAll(pieces.ToArbitrary(), piece => Written(piece.text, piece.cuts) == Mask().Apply(piece.text)).QuickCheckThrowOnFailure();
    }

    [TestCase("a abcd b", "a *** b")]
    [TestCase("abcdefgh", "***")]
    [TestCase("abcdefg", "***efg")]
    [TestCase("nothing", "nothing")]
    public void Whatever_is_secret_becomes_stars(string text, string masked)
    {
        var shown = Mask().Apply(text);

        shown.ShouldBe(masked);
    }

    [Test]
    public void Overlapping_secrets_leave_no_rest()
    {
        var mask = new SecretMask();
        mask.Add("abcdef");
        mask.Add("defghi");

        mask.Apply("-abcdefghi-").ShouldBe("-***-");
    }

    [Test]
    public void Each_line_of_a_key_of_many_lines_is_secret()
    {
        var mask = new SecretMask();
        mask.Add("-----BEGIN KEY-----\nMIIEow\nAgEAAo\n-----END KEY-----");

        mask.Apply("tool: read MIIEow").ShouldBe("tool: read ***");
    }

    [TestCase("ab\ncd\nef")]
    [TestCase("abc\r\ndef\n")]
    public void A_secret_whose_every_line_would_stand_unmasked_is_refused(string value)
    {
        var problem = Should.Throw<DefinitionException>(() => new SecretMask().Add(value));

        problem.Message.ShouldContain("lines, each too short to be masked");
    }

    private static SecretMask Mask()
    {
        var mask = new SecretMask();
        mask.Add("abcd");
        mask.Add("abcdefgh");
        return mask;
    }

    private static string Written(string text, int[] cuts)
    {
        using var shown = new StringWriter();
        using (var writer = new MaskingWriter(shown, Mask()))
        {
            for (var i = 1; i < cuts.Length; i++)
            {
                writer.Write(text[cuts[i - 1]..cuts[i]]);
                writer.Flush();
            }
        }
        return shown.ToString();
    }
}
