namespace Pipelines;

/// <summary>The part of a stack trace that helps the author: where it happened in the build, unless everything is wanted.</summary>
internal static class StackText
{
    private const int MostFrames = 5;

    public static IEnumerable<string> Of(Exception? exception, bool whole)
    {
        if (exception is null || (!whole && exception is TargetFailedException or DefinitionException))
        {
            return [];
        }
        var lines = (whole ? exception.ToString() : exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return whole ? lines : lines.Where(IsOfAuthor).Take(MostFrames);
    }

    private static bool IsOfAuthor(string frame) =>
        frame.StartsWith("at ", StringComparison.Ordinal)
        && !frame.StartsWith("at System.", StringComparison.Ordinal)
        && !frame.StartsWith("at Pipelines.Graph.", StringComparison.Ordinal)
        && !frame.StartsWith("at Pipelines.Execution.", StringComparison.Ordinal);
}
