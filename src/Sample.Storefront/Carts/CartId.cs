using System.Security.Cryptography;

namespace Sample.Storefront.Carts;

/// <summary>Whose cart it is, in a cookie: random, so that nobody finds a stranger's.</summary>
/// <param name="Text">32 hexadecimal digits.</param>
internal sealed record CartId(string Text)
{
    private const string Cookie = "cart";
    private const int Bytes = 16;

    /// <summary>How long a cart waits for its owner.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(14);

    /// <summary>The id that the browser sent, or null when it sent none of ours.</summary>
    public static CartId? Of(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: 2 * Bytes } text && text.All(char.IsAsciiHexDigitLower) ? new(text) : null;

    /// <summary>A new one.</summary>
    public static CartId Create() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Tells it to the browser. Forms of other sites come without the cookie (SameSite), so they touch no cart.</summary>
    public void GiveTo(HttpContext context) => context.Response.Cookies.Append(
        Cookie,
        Text,
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = Lifetime, Path = "/", IsEssential = true });
}
