using System.Runtime.CompilerServices;

namespace Pipelines.Testing;

/// <summary>Compares text with <c>Class.Test.verified.txt</c> beside the test's source, in Verify's file convention.</summary>
public static class Snapshot
{
    /// <summary>Fails with a diff when the text differs, and leaves it as <c>.received.txt</c>; <c>ACCEPT=1</c> makes it the verified one.</summary>
    /// <param name="text">Compared without regard to the kind of line ends.</param>
    /// <param name="name">Tells several snapshots of one test, or the cases of a parameterised one, apart.</param>
    /// <param name="source">Left to the compiler.</param>
    public static void Match(string text, string? name = null, [CallerFilePath] string source = "")
    {
        var test = TestContext.CurrentContext.Test;
        var testClass = test.ClassName?.Split('.', '+')[^1];
        var method = test.MethodName;
        var stem = name is null ? $"{testClass}.{method}" : $"{testClass}.{method}_{name}";
        var difference = Compare(text, Repository.SourceFile(source).Parent! / stem, Environment.GetEnvironmentVariable("ACCEPT") == "1");
        if (difference is not null)
        {
            Assert.Fail(difference);
        }
    }

    /// <summary>The comparison itself: null when the text is as verified or was accepted, else the message.</summary>
    internal static string? Compare(string text, AbsolutePath stem, bool accept)
    {
        var verified = $"{stem}.verified.txt";
        var received = $"{stem}.received.txt";
        var actual = Normalise(text);
        var expected = File.Exists(verified) ? Normalise(File.ReadAllText(verified)) : null;
        if (actual == expected)
        {
            File.Delete(received);
            return null;
        }

        if (accept)
        {
            File.WriteAllText(verified, actual);
            File.Delete(received);
            return null;
        }

        File.WriteAllText(received, actual);
        var difference = expected is null ? $"There is no '{verified}' yet. Received:\n{actual}" : Difference.Of(expected, actual);
        return $"{stem.Name} differs from its verified text. Run the test with ACCEPT=1 when the new text is right.\n{difference}";
    }

    private static string Normalise(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');
}
