using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;

namespace Pipelines.Forges.Rest;

/// <summary>JSON over HTTP to one server, with one token.</summary>
internal sealed class RestConnection : IDisposable
{
    private const int MostPages = 100;

    private readonly string _name;
    private readonly ForgeAccess _access;
    private readonly string _token;
    private readonly HttpClient _http = new(Handler());
    private readonly ResiliencePipeline<HttpResponseMessage> _once;
    private readonly ResiliencePipeline<HttpResponseMessage> _repeated;

    /// <param name="name">Of the server, for messages.</param>
    /// <param name="access">Where, and by which token.</param>
    /// <param name="introduce">Adds the token, as it is given, and versions to every request.</param>
    /// <exception cref="DefinitionException">The token is none.</exception>
    public RestConnection(string name, ForgeAccess access, Action<HttpRequestHeaders, string> introduce)
    {
        // A file or a form adds a line break easily.
        (_name, _access, _token) = (name, access, access.Token.Reveal().Trim());
        if (_token.Length == 0 || _token.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)))
        {
            throw new DefinitionException($"The token for {name} is {(_token.Length == 0 ? "empty" : "more than one word")}. Give the token alone.");
        }
        _http.BaseAddress = new($"{access.Api.AbsoluteUri.TrimEnd('/')}/");
        _http.Timeout = access.Patience.AnswerTime;
        _http.DefaultRequestHeaders.UserAgent.Add(new("Pipelines", typeof(RestConnection).Assembly.GetName().Version?.ToString(3)));
        introduce(_http.DefaultRequestHeaders, _token);
        _once = RestRetry.Pipeline(access.Patience, access.Time, isRepeatable: false);
        _repeated = RestRetry.Pipeline(access.Patience, access.Time, isRepeatable: true);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The answer to a request.</summary>
    /// <exception cref="ForgeException">There is none, or it is a refusal.</exception>
    public async Task<T> SendAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(request, cancellationToken);
        return await ReadAsync(request, response, type, cancellationToken);
    }

    /// <summary>All items of a list, page by page as they are asked for.</summary>
    /// <exception cref="ForgeException">A page could not be had.</exception>
    public async IAsyncEnumerable<T> ListAsync<T>(string path, JsonTypeInfo<T[]> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = path;
        for (var pages = 0; page is not null && pages < MostPages; pages++)
        {
            var request = RestRequest.Get(page);
            using var response = await AskAsync(request, cancellationToken);
            foreach (var item in await ReadAsync(request, response, type, cancellationToken))
            {
                yield return item;
            }
            page = NextPage.Of(response, page);
        }
    }

    // Whoever is sent elsewhere would take the token along, or ask without it and be told that nothing is there.
    private static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };

    private async Task<HttpResponseMessage> AskAsync(RestRequest request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await (request.IsRepeatable ? _repeated : _once).ExecuteAsync(async token => await TryAsync(request, token), cancellationToken);
        }
        catch (Exception failure) when (RestRetry.IsOfNetwork(failure, cancellationToken))
        {
            throw new ForgeException(Masked($"{_name} did not answer {request}: {failure.Message}"));
        }
        if (response.IsSuccessStatusCode)
        {
            return response;
        }
        using (response)
        {
            var limit = RateLimit.Wait(response, _access.Time.GetUtcNow());
            throw new ForgeException(Masked(await RefusalAsync(request, response, limit, cancellationToken)), response.StatusCode) { IsLimit = limit is not null };
        }
    }

    private async Task<HttpResponseMessage> TryAsync(RestRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, request.Path);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        }
        return await _http.SendAsync(message, cancellationToken);
    }

    private async Task<T> ReadAsync<T>(RestRequest request, HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException problem)
        {
            throw new ForgeException(Masked($"{_name} answered {request} with something that cannot be read: {problem.Message}"), response.StatusCode);
        }
    }

    private async Task<string> RefusalAsync(RestRequest request, HttpResponseMessage response, TimeSpan? limit, CancellationToken cancellationToken)
    {
        var said = RestProblem.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        var what = $"{_name} refused {request}: {(int)response.StatusCode} {said}".TrimEnd();
        return limit is { } wait
            ? FormattableString.Invariant($"{what}. It wants {wait.TotalSeconds:0} s without requests; at most {_access.Patience.LongestWait.TotalSeconds:0} s are waited.")
            : $"{what}.{WayOut(response)}";
    }

    private static string WayOut(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized => " The token is not valid, or no longer.",
        HttpStatusCode.Forbidden when response.Headers.TryGetValues("X-Accepted-GitHub-Permissions", out var rights) => $" The token needs the right {string.Join(", ", rights)}.",
        HttpStatusCode.Forbidden => " The token lacks the right to do this.",
        HttpStatusCode.NotFound => " It is not there, or the token may not see it.",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => " It is elsewhere: correct the address or the name of the repository.",
        _ => "",
    };

    // No server repeats the token, and no proxy should; messages are read by many.
    private string Masked(string text) => text.Replace(_token, "***", StringComparison.Ordinal);
}
