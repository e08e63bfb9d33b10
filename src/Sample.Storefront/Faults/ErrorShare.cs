namespace Sample.Storefront.Faults;

/// <summary>Spreads errors evenly, without chance: after any number of requests the errors so far are the ratio's nearest whole number.</summary>
/// <param name="ratio">From 0 to 1.</param>
internal sealed class ErrorShare(decimal ratio)
{
    private long _requests;

    /// <summary>Whether the next request is an error.</summary>
    public bool Next()
    {
        var number = Interlocked.Increment(ref _requests);
        return Errors(number) > Errors(number - 1);
    }

    private decimal Errors(long requests) => decimal.Floor((requests * ratio) + 0.5m);
}
