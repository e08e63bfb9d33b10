namespace Sample.Storefront.Stores;

/// <summary>A store cannot be used now; the message says which, where and why, and holds no password.</summary>
/// <param name="store">What is kept there, such as <c>orders</c>.</param>
/// <param name="place">Program and address.</param>
/// <param name="cause">Told in the message.</param>
internal sealed class StoreUnavailableException(string store, string place, Exception cause)
    : Exception($"{store}: {place} cannot be used: {Reason(cause)}", cause)
{
    // The outermost message is often no more than "failed to connect"; the innermost says why.
    private static string Reason(Exception cause)
    {
        var innermost = cause.GetBaseException().Message.TrimEnd('.');
        return cause.Message.Contains(innermost, StringComparison.OrdinalIgnoreCase) ? $"{cause.Message.TrimEnd('.')}." : $"{cause.Message.TrimEnd('.')}: {innermost}.";
    }
}
