# Scenewright on the CPU: docker build -t scenewright . && docker run --rm -p 7860:7860 -v "$PWD/scenes:/scenes" scenewright
# The first stage builds a wheel with the studio's page; the image itself has neither Node nor a compiler.
FROM python:3.11-slim-trixie AS wheel
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN pip install --no-cache-dir "pip>=25.1" && pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.11-slim-trixie
# what the wheels of open3d and Blender load; curl asks whether the studio answers
RUN apt-get update && apt-get install -y --no-install-recommends \
        curl libegl1 libgl1 libgomp1 libice6 libidn2-0 libsm6 libudev1 libusb-1.0-0 libx11-6 libxext6 libxfixes3 libxi6 libxkbcommon0 libxrender1 \
    && rm -rf /var/lib/apt/lists/*
ARG EXTRAS=blender,text,pictures,capture,models,usd,sim,mcp
# torch for the CPU alone is a tenth of the size; pass another index for CUDA
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
COPY --from=wheel /wheels /wheels
RUN pip install --no-cache-dir torch torchvision --index-url "$TORCH_INDEX" \
    && pip install --no-cache-dir "$(ls /wheels/scenewright-*.whl)[$EXTRAS]" && rm -r /wheels
RUN useradd --create-home scenewright && mkdir /scenes && chown scenewright /scenes
USER scenewright
WORKDIR /scenes
EXPOSE 7860
HEALTHCHECK --start-period=60s CMD curl --silent --output /dev/null http://localhost:7860/ || exit 1
ENTRYPOINT ["scenewright"]
CMD ["studio", "--host", "0.0.0.0", "--scenes", "/scenes", "--no-browser"]
