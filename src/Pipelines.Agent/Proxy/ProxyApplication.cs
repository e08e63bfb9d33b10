using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace Pipelines.Agent.Proxy;

/// <summary>The proxy as a server application: no pipeline, no services, one context per connection used again and again.</summary>
internal sealed class ProxyApplication(Forwarder forwarder, Action<Exception> complain) : IHttpApplication<DefaultHttpContext>
{
    public DefaultHttpContext CreateContext(IFeatureCollection contextFeatures)
    {
        if (contextFeatures is not IHostContextContainer<DefaultHttpContext> container)
        {
            return new DefaultHttpContext(contextFeatures);
        }

        if (container.HostContext is { } used)
        {
            used.Initialize(contextFeatures);
            return used;
        }

        return container.HostContext = new DefaultHttpContext(contextFeatures);
    }

    public Task ProcessRequestAsync(DefaultHttpContext context) => forwarder.ForwardAsync(context);

    public void DisposeContext(DefaultHttpContext context, Exception? exception)
    {
        if (exception is not null)
        {
            complain(exception);
        }

        context.Uninitialize();
    }
}
