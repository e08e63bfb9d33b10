namespace Pipelines.EndToEnd.Harness;

/// <summary>Judges an observed share of requests against a weight.</summary>
internal static class Share
{
    // Four standard deviations: a right weight fails this once in about 16,000 looks.
    private const double Deviations = 4;

    /// <summary>Whether so many of so many is within binomial bounds of a weight.</summary>
    /// <param name="hits">Requests that the version answered.</param>
    /// <param name="all">Requests in all.</param>
    /// <param name="percent">The weight, 0 to 100.</param>
    public static bool Fits(int hits, int all, double percent)
    {
        var ratio = percent / 100;
        // Half a request more, because requests are counted whole.
        return Math.Abs(hits - all * ratio) <= Deviations * Math.Sqrt(all * ratio * (1 - ratio)) + 0.5;
    }
}
