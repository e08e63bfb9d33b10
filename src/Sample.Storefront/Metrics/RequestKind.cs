namespace Sample.Storefront.Metrics;

/// <summary>What requests are counted by; few values each, whatever clients send.</summary>
/// <param name="Route">The pattern, not the path.</param>
/// <param name="StatusClass"><c>1xx</c> to <c>5xx</c>.</param>
internal readonly record struct RequestKind(string Route, string StatusClass)
{
    /// <summary>The kind of a request.</summary>
    /// <param name="route">Null when no endpoint matched.</param>
    /// <param name="status">Status code of the answer.</param>
    public static RequestKind Of(string? route, int status) => new(route ?? "unmatched", (status / 100) switch
    {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    });
}
