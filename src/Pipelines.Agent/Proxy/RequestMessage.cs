using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Pipelines.Agent.Proxy;

/// <summary>The request as the backend gets it.</summary>
internal static class RequestMessage
{
    private static readonly UriCreationOptions AsItCame = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <param name="target">Path and query as the client wrote them.</param>
    public static HttpRequestMessage Of(HttpContext context, Backend backend, string target, RequestBody? body, bool upgrades)
    {
        var request = context.Request;
        var message = new HttpRequestMessage(HttpMethod.Parse(request.Method), new Uri(backend.Prefix + target, in AsItCame))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = body,
        };
        if (IsGrpc(request))
        {
            // gRPC is defined for HTTP/2 only; a backend that speaks it understands HTTP/2 without negotiation.
            message.Version = HttpVersion.Version20;
        }

        Copy(request.Headers, message);
        Forwarded(context, message);
        if (upgrades)
        {
            message.Headers.TryAddWithoutValidation(HeaderNames.Connection, HeaderNames.Upgrade);
            message.Headers.TryAddWithoutValidation(HeaderNames.Upgrade, request.Headers.Upgrade.ToString());
        }

        return message;
    }

    /// <summary>Path and query as the client wrote them; the absolute form loses its authority, which the Host header has.</summary>
    public static string Target(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (raw.StartsWith('/'))
        {
            return raw;
        }

        return Uri.TryCreate(raw, UriKind.Absolute, out var absolute) ? absolute.PathAndQuery : "/";
    }

    private static bool IsGrpc(HttpRequest request) =>
        HttpProtocol.IsHttp2(request.Protocol) &&
        request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

    private static void Copy(IHeaderDictionary from, HttpRequestMessage to)
    {
        var named = HopByHop.Named(from.Connection);
        foreach (var (name, values) in from)
        {
            if (HopByHop.Contains(name) || named?.Contains(name) == true || name.StartsWith(':') ||
                name.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase) || IsForwarded(name))
            {
                continue;
            }

            Add(to, name, values);
        }

        if (from.TE.ToString().Contains("trailers", StringComparison.OrdinalIgnoreCase))
        {
            to.Headers.TryAddWithoutValidation(HeaderNames.TE, "trailers");
        }
    }

    private static void Add(HttpRequestMessage to, string name, StringValues values)
    {
        if (values.Count == 1)
        {
            var value = values.ToString();
            if (!to.Headers.TryAddWithoutValidation(name, value))
            {
                (to.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, value);
            }
        }
        else if (!to.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
        {
            (to.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }
    }

    private static bool IsForwarded(string name) =>
        name.Length is 15 or 16 or 17 && name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) &&
        name.AsSpan(12) is var rest &&
        (rest.Equals("For", StringComparison.OrdinalIgnoreCase) || rest.Equals("Host", StringComparison.OrdinalIgnoreCase) ||
            rest.Equals("Proto", StringComparison.OrdinalIgnoreCase));

    /// <summary>Tells whom the request came from; what the client says itself is believed only of this machine (a proxy in front).</summary>
    private static void Forwarded(HttpContext context, HttpRequestMessage to)
    {
        var request = context.Request;
        var address = context.Connection.RemoteIpAddress;
        var believed = address is not null && IPAddress.IsLoopback(address);
        var client = address?.ToString() ?? "unknown";
        var told = believed ? request.Headers["X-Forwarded-For"].ToString() : "";
        to.Headers.TryAddWithoutValidation("X-Forwarded-For", told.Length == 0 ? client : $"{told}, {client}");
        Tell("X-Forwarded-Proto", request.Scheme);
        Tell("X-Forwarded-Host", request.Headers.Host.ToString());

        void Tell(string name, string value)
        {
            var said = believed ? request.Headers[name].ToString() : "";
            to.Headers.TryAddWithoutValidation(name, said.Length == 0 ? value : said);
        }
    }
}
