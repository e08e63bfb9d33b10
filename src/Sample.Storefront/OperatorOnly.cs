namespace Sample.Storefront;

/// <summary>Marks an endpoint that customers do not use.</summary>
internal sealed record OperatorOnly
{
    /// <summary>Whether the request is for such an endpoint.</summary>
    public static bool Asks(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<OperatorOnly>() is not null;
}
